package io.chask.report;

import java.util.Collection;
import java.util.List;

/// Messages by the hour of the day.
///
/// @param hours  24
/// @param before the days before, as many
public record MessageReport(List<Hour> hours, Total total, Total before) {

    public record Hour(int hour, long visitor, long agent) {}

    public record Total(long visitor, long agent) {

        static Total sum(Collection<Total> all) {
            return new Total(
                    all.stream().mapToLong(Total::visitor).sum(),
                    all.stream().mapToLong(Total::agent).sum());
        }
    }
}
