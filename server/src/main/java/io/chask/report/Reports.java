package io.chask.report;

import io.chask.database.Database;
import io.chask.report.ReportRows.Timing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// The reports of an organization. All methods block.
public final class Reports {

    private static final List<Long> NO_SCORES = List.of(0L, 0L, 0L, 0L, 0L);

    private final Database database;

    public Reports(Database database) {
        this.database = database;
    }

    /// Conversations opened and resolved by day, with the times that answers and resolutions took.
    public ConversationReport conversations(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var rows = new ReportRows(handle, organization);
            var opened = rows.days(period);
            var responses = rows.durations(Timing.FIRST_RESPONSE, period);
            var resolutions = rows.durations(Timing.RESOLUTION, period);
            var before = period.before();
            return new ConversationReport(
                    period.days().stream()
                            .map(day -> new ConversationReport.Day(
                                    day,
                                    opened.getOrDefault(day, DayCounts.NONE).started(),
                                    resolutions.count(day),
                                    responses.of(day),
                                    resolutions.of(day)))
                            .toList(),
                    total(DayCounts.sum(opened.values()), responses, resolutions),
                    total(
                            rows.total(before),
                            rows.durations(Timing.FIRST_RESPONSE, before),
                            rows.durations(Timing.RESOLUTION, before)));
        });
    }

    private static ConversationReport.Total total(DayCounts counts, Durations responses, Durations resolutions) {
        return new ConversationReport.Total(
                counts.started(), resolutions.count(), responses.whole(), resolutions.whole());
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
                    MessageReport.Total.sum(hours.values()),
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
            return new FunnelReport(counted, funnel(DayCounts.sum(days.values())), funnel(rows.total(period.before())));
        });
    }

    /// What visitors have said of resolved conversations, by the day on which they said it.
    public SatisfactionReport satisfaction(UUID organization, Period period) {
        return database.inOrganization(organization, handle -> {
            var rows = new ReportRows(handle, organization);
            var scores = rows.scores(period);
            var days = period.days().stream()
                    .map(day -> new SatisfactionReport.Day(day, scores.getOrDefault(day, NO_SCORES)))
                    .toList();
            return new SatisfactionReport(days, scores(scores), scores(rows.scores(period.before())));
        });
    }

    private static SatisfactionReport.Total scores(Map<LocalDate, List<Long>> days) {
        return new SatisfactionReport.Total(IntStream.range(0, NO_SCORES.size())
                .mapToObj(score ->
                        days.values().stream().mapToLong(day -> day.get(score)).sum())
                .toList());
    }

    private static FunnelReport.Total funnel(DayCounts counts) {
        return new FunnelReport.Total(counts.loaded(), counts.opened(), counts.started());
    }
}
