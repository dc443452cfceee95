package io.chask.report;

import io.chask.report.Period.Offset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What the tables of figures give for a period, in one transaction of one organization. What is cast in a query of its
/// own is cast once, not for each row.
final class ReportRows {

    private static final String DAYS = """
            select (extract(epoch from q.quarter)::bigint
                + (:offsets)[width_bucket(q.quarter, (select cast(:since as timestamptz[])))]) / 86400 as day,
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
                + (:offsets)[width_bucket(q.quarter, (select cast(:since as timestamptz[])))]) / 3600 % 24 as hour,
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

    private static final String SCORES = """
            select (extract(epoch from q.quarter)::bigint
                + (:offsets)[width_bucket(q.quarter, (select cast(:since as timestamptz[])))]) / 86400 as day,
              array[sum(q.rated_1), sum(q.rated_2), sum(q.rated_3), sum(q.rated_4), sum(q.rated_5)]::bigint[] as scores
            from report_quarter q
            where q.organization_id = :organization and q.quarter >= :begin and q.quarter < :end
            group by 1
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
                select d.day, t.packed
                from unnest(:days, cast(:begins as timestamptz[]), cast(:ends as timestamptz[])) as d(day, begun, ended),
                  lateral (
                    select string_agg(int4send(cast(least(f.seconds, 2147483647) as integer)), ''::bytea) as packed
                    from first_response f where f.organization_id = :organization
                      and f.answered_at >= d.begun and f.answered_at < d.ended) t
                where t.packed is not null
                """),
        RESOLUTION("""
                select d.day, t.packed
                from unnest(:days, cast(:begins as timestamptz[]), cast(:ends as timestamptz[])) as d(day, begun, ended),
                  lateral (
                    select string_agg(int4send(cast(least(r.seconds, 2147483647) as integer)), ''::bytea) as packed
                    from resolution r where r.organization_id = :organization
                      and r.resolved_at >= d.begun and r.resolved_at < d.ended) t
                where t.packed is not null
                """);

        // A stretch of the key a day, read once and neither sorted nor grouped by the database: sorting numbers is
        // several times faster here.
        private final String sql;

        Timing(String sql) {
            this.sql = sql;
        }
    }

    Map<LocalDate, DayCounts> days(Period period) {
        Map<LocalDate, DayCounts> days = new HashMap<>();
        byOffset(DAYS, period).map((row, _) -> days.put(day(row), counts(row))).list();
        return days;
    }

    /// How often each score was given, from 1 to 5.
    Map<LocalDate, List<Long>> scores(Period period) {
        Map<LocalDate, List<Long>> days = new HashMap<>();
        byOffset(SCORES, period)
                .map((row, _) -> days.put(
                        day(row), List.of((Long[]) row.getArray("scores").getArray())))
                .list();
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

    Durations durations(Timing timing, Period period) {
        var days = period.days();
        var durations = new Durations();
        handle.createQuery(timing.sql)
                .bind("organization", organization)
                .bindArray("days", Long.class, each(days, LocalDate::toEpochDay))
                .bindArray("begins", String.class, each(days, day -> begin(period, day)))
                .bindArray("ends", String.class, each(days, day -> begin(period, day.plusDays(1))))
                .map((row, _) -> durations.add(day(row), row.getBytes("packed")))
                .list();
        return durations;
    }

    private static String begin(Period period, LocalDate day) {
        return day.atStartOfDay(period.zone()).toInstant().toString();
    }

    private static <D> Object[] each(List<D> all, Function<D, Object> value) {
        return all.stream().map(value).toArray();
    }

    private Query byOffset(String sql, Period period) {
        var offsets = period.offsets();
        return in(sql, period)
                .bindArray(
                        "since",
                        String.class,
                        each(offsets, offset -> offset.since().toString()))
                .bindArray("offsets", Long.class, each(offsets, Offset::seconds));
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
}
