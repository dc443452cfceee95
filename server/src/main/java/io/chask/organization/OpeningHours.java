package io.chask.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When an organization's people answer, by the clocks of its own place: whenever the clock on the wall there shows a
/// time within a span, it is open, also on the days on which that clock is set forward or back.
///
/// @param week    in any order; may overlap
/// @param daysOff on which it stays closed all day
public record OpeningHours(ZoneId zone, List<Span> week, List<DayOff> daysOff) {

    private static final int DAY = 24 * 60;
    private static final int MOST_SPANS = 50;
    private static final int MOST_DAYS_OFF = 200;

    /// @throws BadSetting when there are too many
    public OpeningHours {
        week = List.copyOf(week);
        daysOff = List.copyOf(daysOff);
        BadSetting.unless("hours.week", week.size() <= MOST_SPANS);
        BadSetting.unless("hours.daysOff", daysOff.size() <= MOST_DAYS_OFF);
    }

    /// A part of a weekday.
    ///
    /// @param day   1 is Monday, 7 is Sunday (ISO 8601)
    /// @param from  minutes since midnight
    /// @param to    minutes since midnight, at most 1440, which is the midnight at the day's end
    public record Span(int day, int from, int to) {

        /// @throws BadSetting when it is none
        public Span {
            BadSetting.unless("hours.week", day >= 1 && day <= 7 && from >= 0 && from < to && to <= DAY);
        }
    }

    /// A day of closed doors.
    ///
    /// @param yearly whether it comes every year
    public record DayOff(LocalDate date, boolean yearly) {

        boolean covers(LocalDate day) {
            return yearly ? MonthDay.from(date).equals(MonthDay.from(day)) : date.equals(day);
        }
    }

    /// A time of open doors.
    public record Opening(Instant from, Instant to) {}

    /// Whether it is open at this moment.
    public boolean isOpen(Instant now) {
        return openings(now, 1).stream().anyMatch(opening -> !opening.from().isAfter(now));
    }

    /// The times of open doors that are not over yet, within so many days.
    public List<Opening> openings(Instant now, int days) {
        var today = LocalDate.ofInstant(now, zone);
        List<Opening> found = new ArrayList<>();
        for (int day = -1; day <= days; day++) {
            found.addAll(openingsOf(today.plusDays(day)));
        }
        found.sort(Comparator.comparing(Opening::from).thenComparing(Opening::to));
        return joined(found).stream()
                .filter(opening -> opening.to().isAfter(now))
                .toList();
    }

    private List<Opening> openingsOf(LocalDate date) {
        if (daysOff.stream().anyMatch(off -> off.covers(date))) {
            return List.of();
        }
        return week.stream()
                .filter(span -> span.day() == date.getDayOfWeek().getValue())
                .map(span -> new Opening(first(at(date, span.from())), last(at(date, span.to()))))
                // Its clock was set forward over the whole span.
                .filter(opening -> opening.from().isBefore(opening.to()))
                .toList();
    }

    private static LocalDateTime at(LocalDate date, int minutes) {
        return date.atStartOfDay().plusMinutes(minutes);
    }

    /// The first moment at which the clock there shows this time or, where it skips it, a later one.
    private Instant first(LocalDateTime time) {
        return moment(time, 0);
    }

    /// The last such moment.
    private Instant last(LocalDateTime time) {
        return moment(time, 1);
    }

    private Instant moment(LocalDateTime time, int which) {
        var rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty()
                ? rules.getTransition(time).getInstant()
                : time.toInstant(offsets.get(Math.min(which, offsets.size() - 1)));
    }

    /// What touches is one time: midnight ends no opening that goes on after it.
    private static List<Opening> joined(List<Opening> sorted) {
        List<Opening> joined = new ArrayList<>();
        for (var next : sorted) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || next.from().isAfter(before.to())) {
                joined.add(next);
            } else if (next.to().isAfter(before.to())) {
                joined.set(joined.size() - 1, new Opening(before.from(), next.to()));
            }
        }
        return joined;
    }
}
