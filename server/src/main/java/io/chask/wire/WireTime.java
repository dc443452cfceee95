package io.chask.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Times as they travel: ISO 8601 in UTC with exactly three decimals. By hand, because it stands on the path of every
/// message and a `DateTimeFormatter` costs several times as much.
public final class WireTime {
    private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LAST_YEAR = 9_999;

    private WireTime() {}

    /// A time that somebody sent, with its offset from UTC. Only the years 1 to 9999 of UTC: what [#format] can tell
    /// and the database can keep.
    ///
    /// @throws DateTimeException when it is no time, or of another year
    public static Instant parse(String text) {
        var time = OffsetDateTime.parse(text).toInstant();
        if (time.isBefore(BEGIN) || !time.isBefore(END)) {
            throw new DateTimeException("not within the years 1 to 9999: " + text);
        }
        return time;
    }

    /// A day that somebody sent, of the years 1 to 9999, too.
    ///
    /// @throws DateTimeException when it is no day, or of another year
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not within the years 1 to 9999: " + text);
        }
        return day;
    }

    /// `2026-11-22T10:15:30.123Z`; finer fractions are cut off. Years 0000 to 9999.
    public static String format(Instant instant) {
        var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        var text = new char[] {
            '0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0', '.', '0',
            '0', '0', 'Z'
        };
        digits(text, 3, 4, time.getYear());
        digits(text, 6, 2, time.getMonthValue());
        digits(text, 9, 2, time.getDayOfMonth());
        digits(text, 12, 2, time.getHour());
        digits(text, 15, 2, time.getMinute());
        digits(text, 18, 2, time.getSecond());
        digits(text, 22, 3, instant.getNano() / 1_000_000);
        return new String(text);
    }

    private static void digits(char[] text, int last, int count, int value) {
        int rest = value;
        for (int at = last; at > last - count; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
