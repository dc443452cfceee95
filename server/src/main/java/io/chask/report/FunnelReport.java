package io.chask.report;

import java.time.LocalDate;
import java.util.List;

/// From the widget on a page to the first message.
///
/// @param before the days before, as many
public record FunnelReport(List<Day> days, Total total, Total before) {

    /// A day of the period.
    ///
    /// @param loaded  pages that got the widget
    /// @param opened  pages on which its window was opened
    /// @param started conversations that began
    public record Day(LocalDate day, long loaded, long opened, long started) {}

    public record Total(long loaded, long opened, long started) {}
}
