package io.chask.settings;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.organization.OpeningHours;
import io.chask.organization.OpeningHours.DayOff;
import io.chask.organization.OpeningHours.Span;
import io.chask.wire.WireTime;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The schema `OpeningHours` of the HTTP contract.
record HoursBody(@Nullable List<SpanBody> week, @Nullable List<DayOffBody> daysOff) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int HOUR = 60;

    /// A part of a weekday, its times as `09:30`; `24:00` is the midnight at its end.
    record SpanBody(
            @Nullable Integer day,
            @Nullable String from,
            @Nullable String to) {}

    /// A day of closed doors.
    record DayOffBody(@Nullable String date, @Nullable Boolean yearly) {}

    static @Nullable HoursBody of(@Nullable OpeningHours hours) {
        if (hours == null) {
            return null;
        }
        return new HoursBody(
                hours.week().stream()
                        .map(span -> new SpanBody(span.day(), text(span.from()), text(span.to())))
                        .toList(),
                hours.daysOff().stream()
                        .map(off -> new DayOffBody(off.date().toString(), off.yearly()))
                        .toList());
    }

    /// @throws Refused `INVALID_FIELD` naming the member
    OpeningHours hours(ZoneId zone) {
        return new OpeningHours(zone, spans(), days());
    }

    private List<Span> spans() {
        return given("hours.week", week).stream().map(HoursBody::span).toList();
    }

    private static Span span(SpanBody body) {
        if (body.day() == null) {
            throw new Refused(Problem.field("hours.week", "has a span without a day"));
        }
        return new Span(body.day(), minutes(body.from()), minutes(body.to()));
    }

    private List<DayOff> days() {
        return given("hours.daysOff", daysOff).stream().map(HoursBody::day).toList();
    }

    private static DayOff day(DayOffBody body) {
        try {
            if (body.date() != null) {
                return new DayOff(WireTime.day(body.date()), Boolean.TRUE.equals(body.yearly()));
            }
        } catch (DateTimeException notOne) {
            // Told below.
        }
        throw new Refused(Problem.field("hours.daysOff", "must have dates such as 2026-12-25"));
    }

    private static int minutes(@Nullable String time) {
        var match = TIME.matcher(time == null ? "" : time);
        if (!match.matches()) {
            throw new Refused(Problem.field("hours.week", "must have times such as 09:30"));
        }
        return Integer.parseInt(match.group(1)) * HOUR + Integer.parseInt(match.group(2));
    }

    private static String text(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.field(name, "is missing"));
        }
        return value;
    }
}
