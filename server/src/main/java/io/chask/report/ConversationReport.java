package io.chask.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conversations opened and resolved, and how long that took.
///
/// @param before the days before, as many
public record ConversationReport(List<Day> days, Total total, Total before) {

    /// A day of the period.
    ///
    /// @param firstResponse of what was answered on that day; none when nothing was
    /// @param resolution    of what was resolved on that day; none when nothing was
    public record Day(
            LocalDate day,
            long opened,
            long resolved,
            @Nullable Spread firstResponse,
            @Nullable Spread resolution) {}

    public record Total(
            long opened,
            long resolved,
            @Nullable Spread firstResponse,
            @Nullable Spread resolution) {}

    /// How long something took, in seconds.
    ///
    /// @param median half took no longer
    /// @param p90    nine of ten took no longer
    public record Spread(long count, double median, double p90) {}
}
