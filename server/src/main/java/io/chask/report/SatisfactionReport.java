package io.chask.report;

import java.time.LocalDate;
import java.util.List;

/// What visitors have said of resolved conversations.
///
/// @param before the days before, as many
public record SatisfactionReport(List<Day> days, Total total, Total before) {

    /// A day of the period.
    ///
    /// @param scores how often each was given, from 1 to 5
    public record Day(LocalDate day, List<Long> scores) {}

    /// Of a whole period.
    ///
    /// @param scores how often each was given, from 1 to 5
    public record Total(List<Long> scores) {}
}
