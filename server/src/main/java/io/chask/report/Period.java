package io.chask.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Whole days of a time zone.
///
/// @param from the first
/// @param to   the last
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /// Most days of a report.
    public static final int MOST_DAYS = 400;

    /// @throws IllegalArgumentException when it ends before it begins, or is longer than a report
    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /// As many days just before.
    Period before() {
        long days = days().size();
        return new Period(from.minusDays(days), from.minusDays(1), zone);
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /// The first instant. In some zones a day does not begin at midnight when the clocks change.
    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /// The first instant that is no longer part of it.
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// From when on the zone's clocks show how many seconds more than UTC. The database groups by these and needs no
    /// rules of time zones: its own may be older.
    record Offset(Instant since, long seconds) {}

    List<Offset> offsets() {
        var rules = zone.getRules();
        List<Offset> offsets = new ArrayList<>();
        offsets.add(new Offset(begin(), rules.getOffset(begin()).getTotalSeconds()));
        var change = rules.nextTransition(begin());
        while (change != null && change.getInstant().isBefore(end())) {
            offsets.add(new Offset(change.getInstant(), change.getOffsetAfter().getTotalSeconds()));
            change = rules.nextTransition(change.getInstant());
        }
        return offsets;
    }
}
