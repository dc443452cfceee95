package io.chask.report;

import io.chask.database.Database;
import io.chask.report.ConversationReport.Spread;
import io.chask.report.ReportRows.Timing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// The reports of an organization. All methods block.
public final class Reports {

    private final Database database;

    public Reports(Database database) {
        this.database = database;
    }

    /// Conversations opened and resolved by day, with the times that answers and resolutions took.
    public ConversationReport conversations(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var rows = new ReportRows(handle, organization);
            var opened = rows.days(period);
            var responses = rows.spreads(Timing.FIRST_RESPONSE, period);
            var resolutions = rows.spreads(Timing.RESOLUTION, period);
            return new ConversationReport(
                    period.days().stream()
                            .map(day -> new ConversationReport.Day(
                                    day,
                                    opened.getOrDefault(day, DayCounts.NONE).started(),
                                    count(resolutions, day),
                                    responses.get(day),
                                    resolutions.get(day)))
                            .toList(),
                    total(rows, period),
                    total(rows, period.before()));
        });
    }

    private static ConversationReport.Total total(ReportRows rows, Period period) {
        var resolution = rows.spread(Timing.RESOLUTION, period);
        return new ConversationReport.Total(
                rows.total(period).started(),
                resolution.map(Spread::count).orElse(0L),
                rows.spread(Timing.FIRST_RESPONSE, period).orElse(null),
                resolution.orElse(null));
    }

    private static long count(Map<LocalDate, Spread> spreads, LocalDate day) {
        var spread = spreads.get(day);
        return spread == null ? 0 : spread.count();
    }

    /// Messages by the hour of the day on which they were written.
    public MessageReport messages(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var rows = new ReportRows(handle, organization);
            var hours = rows.hours(period);
            var none = new MessageReport.Total(0, 0);
            return new MessageReport(
                    IntStream.range(0, 24)
                            .mapToObj(hour -> {
                                var count = hours.getOrDefault(hour, none);
                                return new MessageReport.Hour(hour, count.visitor(), count.agent());
                            })
                            .toList(),
                    rows.messages(period),
                    rows.messages(period.before()));
        });
    }

    /// From the widget on a page to the first message, by day.
    public FunnelReport funnel(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var rows = new ReportRows(handle, organization);
            var days = rows.days(period);
            List<FunnelReport.Day> counted = period.days().stream()
                    .map(day -> {
                        var count = days.getOrDefault(day, DayCounts.NONE);
                        return new FunnelReport.Day(day, count.loaded(), count.opened(), count.started());
                    })
                    .toList();
            return new FunnelReport(counted, funnel(rows.total(period)), funnel(rows.total(period.before())));
        });
    }

    private static FunnelReport.Total funnel(DayCounts counts) {
        return new FunnelReport.Total(counts.loaded(), counts.opened(), counts.started());
    }
}
