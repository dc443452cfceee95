package io.chask.report;

import io.chask.report.ConversationReport.Spread;
import io.chask.report.Period.Offset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What the tables of figures give for a period, in one transaction of one organization.
final class ReportRows {

    private static final String DAYS = """
            select (extract(epoch from q.quarter)::bigint
                + (:offsets)[width_bucket(q.quarter, cast(:since as timestamptz[]))]) / 86400 as day,
              sum(q.opened) as started, sum(q.widget_loaded) as loaded, sum(q.widget_opened) as opened
            from report_quarter q
            where q.organization_id = :organization and q.quarter >= :begin and q.quarter < :end
            group by 1
            """;
    private static final String TOTAL = """
            select coalesce(sum(q.opened), 0) as started, coalesce(sum(q.widget_loaded), 0) as loaded,
              coalesce(sum(q.widget_opened), 0) as opened
            from report_quarter q
            where q.organization_id = :organization and q.quarter >= :begin and q.quarter < :end
            """;
    private static final String HOURS = """
            select (extract(epoch from q.quarter)::bigint
                + (:offsets)[width_bucket(q.quarter, cast(:since as timestamptz[]))]) / 3600 % 24 as hour,
              sum(q.visitor_messages) as visitor, sum(q.agent_messages) as agent
            from report_quarter q
            where q.organization_id = :organization and q.quarter >= :begin and q.quarter < :end
            group by 1
            """;
    private static final String MESSAGES = """
            select coalesce(sum(q.visitor_messages), 0) as visitor, coalesce(sum(q.agent_messages), 0) as agent
            from report_quarter q
            where q.organization_id = :organization and q.quarter >= :begin and q.quarter < :end
            """;

    private final Handle handle;
    private final UUID organization;

    ReportRows(Handle handle, UUID organization) {
        this.handle = handle;
        this.organization = organization;
    }

    /// What is measured in time.
    enum Timing {
        FIRST_RESPONSE("""
                select (extract(epoch from t.answered_at)::bigint
                    + (:offsets)[width_bucket(t.answered_at, cast(:since as timestamptz[]))]) / 86400 as day,
                  count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by t.seconds) as spread
                from first_response t
                where t.organization_id = :organization and t.answered_at >= :begin and t.answered_at < :end
                group by 1
                """, """
                select count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by t.seconds) as spread
                from first_response t
                where t.organization_id = :organization and t.answered_at >= :begin and t.answered_at < :end
                """),
        RESOLUTION("""
                select (extract(epoch from t.resolved_at)::bigint
                    + (:offsets)[width_bucket(t.resolved_at, cast(:since as timestamptz[]))]) / 86400 as day,
                  count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by t.seconds) as spread
                from resolution t
                where t.organization_id = :organization and t.resolved_at >= :begin and t.resolved_at < :end
                group by 1
                """, """
                select count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by t.seconds) as spread
                from resolution t
                where t.organization_id = :organization and t.resolved_at >= :begin and t.resolved_at < :end
                """);

        private final String byDay;
        private final String whole;

        Timing(String byDay, String whole) {
            this.byDay = byDay;
            this.whole = whole;
        }
    }

    Map<LocalDate, DayCounts> days(Period period) {
        Map<LocalDate, DayCounts> days = new HashMap<>();
        byOffset(DAYS, period).map((row, _) -> days.put(day(row), counts(row))).list();
        return days;
    }

    DayCounts total(Period period) {
        return in(TOTAL, period).map((row, _) -> counts(row)).one();
    }

    Map<Integer, MessageReport.Total> hours(Period period) {
        Map<Integer, MessageReport.Total> hours = new HashMap<>();
        byOffset(HOURS, period)
                .map((row, _) -> hours.put(row.getInt("hour"), messages(row)))
                .list();
        return hours;
    }

    MessageReport.Total messages(Period period) {
        return in(MESSAGES, period).map((row, _) -> messages(row)).one();
    }

    Map<LocalDate, Spread> spreads(Timing timing, Period period) {
        Map<LocalDate, Spread> days = new HashMap<>();
        byOffset(timing.byDay, period)
                .map((row, _) -> days.put(day(row), spread(row)))
                .list();
        return days;
    }

    /// Of the whole period; nothing when nothing happened.
    Optional<Spread> spread(Timing timing, Period period) {
        return in(timing.whole, period)
                .map((row, _) -> row.getLong("count") == 0 ? Optional.<Spread>empty() : Optional.of(spread(row)))
                .one();
    }

    private Query byOffset(String sql, Period period) {
        var offsets = period.offsets();
        return in(sql, period)
                .bindArray(
                        "since",
                        String.class,
                        offsets.stream()
                                .map(offset -> offset.since().toString())
                                .toArray())
                .bindArray(
                        "offsets",
                        Long.class,
                        offsets.stream().map(Offset::seconds).toArray());
    }

    private Query in(String sql, Period period) {
        return handle.createQuery(sql)
                .bind("organization", organization)
                .bind("begin", OffsetDateTime.ofInstant(period.begin(), ZoneOffset.UTC))
                .bind("end", OffsetDateTime.ofInstant(period.end(), ZoneOffset.UTC));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return LocalDate.ofEpochDay(row.getLong("day"));
    }

    private static DayCounts counts(ResultSet row) throws SQLException {
        return new DayCounts(row.getLong("started"), row.getLong("loaded"), row.getLong("opened"));
    }

    private static MessageReport.Total messages(ResultSet row) throws SQLException {
        return new MessageReport.Total(row.getLong("visitor"), row.getLong("agent"));
    }

    private static Spread spread(ResultSet row) throws SQLException {
        var spread = (Double[]) row.getArray("spread").getArray();
        return new Spread(row.getLong("count"), spread[0], spread[1]);
    }
}
