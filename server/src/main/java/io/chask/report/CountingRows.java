package io.chask.report;

import io.chask.report.Figures.Counts;
import io.chask.report.Figures.Took;
import io.chask.report.Happening.Changed;
import io.chask.report.Happening.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The tables of a step of counting, in one transaction of one organization.
final class CountingRows {

    private static final String BEGIN = """
            insert into report_progress (organization_id, conversation_id)
            select c.organization_id, c.id from conversation c
            where c.organization_id = :organization and c.id = any(:conversations) order by c.id
            on conflict (organization_id, conversation_id) do nothing
            """;
    private static final String LOCK = """
            select conversation_id, counted, changes, begun_at, asked_at, answered, resolved_at from report_progress
            where organization_id = :organization and conversation_id = any(:conversations)
            order by conversation_id for update
            """;
    /// A change of a message is nobody's word: it is passed over as what the system says.
    private static final String SAID = """
            select p.conversation_id, m.sequence, m.sender, m.created_at
            from unnest(:conversations, :counted) as p(conversation_id, counted), lateral (
              select n.sequence, case when n.target_id is null then n.sender else 'system' end as sender, n.created_at
              from message n
              where n.organization_id = :organization and n.conversation_id = p.conversation_id
                and n.sequence > p.counted order by n.sequence limit :step) m
            order by p.conversation_id, m.sequence
            """;
    private static final String CHANGED = """
            select s.conversation_id, s.number, s.status, s.after_sequence, s.changed_at
            from unnest(:conversations, :changes) as p(conversation_id, changes)
            join status_change s on s.organization_id = :organization and s.conversation_id = p.conversation_id
              and s.number > p.changes
            order by s.conversation_id, s.number
            """;
    private static final String PROGRESS = """
            update report_progress p set counted = n.counted, changes = n.changes,
              begun_at = cast(n.begun_at as timestamptz), asked_at = cast(n.asked_at as timestamptz),
              answered = n.answered, resolved_at = cast(n.resolved_at as timestamptz)
            from unnest(:conversations, :counted, :changes, :begun, :asked, :answered, :resolved)
              as n(conversation_id, counted, changes, begun_at, asked_at, answered, resolved_at)
            where p.organization_id = :organization and p.conversation_id = n.conversation_id
            """;
    private static final String QUARTERS = """
            insert into report_quarter as q (organization_id, quarter, opened, visitor_messages, agent_messages)
            select :organization, cast(n.quarter as timestamptz), n.opened, n.visitors, n.agents
            from unnest(:quarters, :opened, :visitors, :agents) as n(quarter, opened, visitors, agents)
            on conflict (organization_id, quarter) do update set opened = q.opened + excluded.opened,
              visitor_messages = q.visitor_messages + excluded.visitor_messages,
              agent_messages = q.agent_messages + excluded.agent_messages
            """;
    private static final String RESPONSES = """
            insert into first_response (organization_id, answered_at, conversation_id, seconds)
            select :organization, cast(n.ended as timestamptz), n.conversation, n.seconds
            from unnest(:ended, :conversations, :seconds) as n(ended, conversation, seconds)
            """;
    private static final String RESOLUTIONS = """
            insert into resolution (organization_id, resolved_at, conversation_id, seconds)
            select :organization, cast(n.ended as timestamptz), n.conversation, n.seconds
            from unnest(:ended, :conversations, :seconds) as n(ended, conversation, seconds)
            """;
    private static final String TAKEN_BACK = """
            delete from resolution r
            using unnest(:ended, :conversations, :seconds) as n(ended, conversation, seconds)
            where r.organization_id = :organization and r.resolved_at = cast(n.ended as timestamptz)
              and r.conversation_id = n.conversation
            """;

    private final Handle handle;
    private final UUID organization;

    CountingRows(Handle handle, UUID organization) {
        this.handle = handle;
        this.organization = organization;
    }

    /// How far these are counted; nobody else counts them before this transaction ends.
    List<Standing> lock(Collection<UUID> conversations) {
        handle.createUpdate(BEGIN)
                .bind("organization", organization)
                .bindArray("conversations", UUID.class, conversations.toArray())
                .execute();
        return handle.createQuery(LOCK)
                .bind("organization", organization)
                .bindArray("conversations", UUID.class, conversations.toArray())
                .map((row, _) -> standing(row))
                .list();
    }

    /// The next messages of each, lowest first.
    List<Said> said(List<Standing> standings, int step) {
        return handle.createQuery(SAID)
                .bind("organization", organization)
                .bindArray("conversations", UUID.class, each(standings, Standing::conversation))
                .bindArray("counted", Long.class, each(standings, Standing::counted))
                .bind("step", step)
                .map((row, _) -> new Said(
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("sequence"),
                        row.getString("sender"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /// What agents have changed since, in its order.
    List<Changed> changed(List<Standing> standings) {
        return handle.createQuery(CHANGED)
                .bind("organization", organization)
                .bindArray("conversations", UUID.class, each(standings, Standing::conversation))
                .bindArray("changes", Long.class, each(standings, Standing::changes))
                .map((row, _) -> new Changed(
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("number"),
                        row.getString("status").equals("resolved"),
                        row.getLong("after_sequence"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    void write(List<Standing> standings, Figures figures) {
        update(PROGRESS)
                .bindArray("conversations", UUID.class, each(standings, Standing::conversation))
                .bindArray("counted", Long.class, each(standings, Standing::counted))
                .bindArray("changes", Long.class, each(standings, Standing::changes))
                .bindArray("begun", String.class, each(standings, standing -> text(standing.begunAt())))
                .bindArray("asked", String.class, each(standings, standing -> text(standing.askedAt())))
                .bindArray("answered", Boolean.class, each(standings, Standing::answered))
                .bindArray("resolved", String.class, each(standings, standing -> text(standing.resolvedAt())))
                .execute();
        took(RESPONSES, figures.responses());
        took(TAKEN_BACK, figures.takenBack());
        took(RESOLUTIONS, figures.resolutions());
        quarters(List.copyOf(figures.quarters().sequencedEntrySet()));
    }

    private void took(String sql, List<Took> all) {
        if (!all.isEmpty()) {
            update(sql)
                    .bindArray("ended", String.class, each(all, one -> text(one.endedAt())))
                    .bindArray("conversations", UUID.class, each(all, Took::conversation))
                    .bindArray("seconds", Long.class, each(all, Took::seconds))
                    .execute();
        }
    }

    private void quarters(List<Map.Entry<Instant, Counts>> quarters) {
        if (!quarters.isEmpty()) {
            update(QUARTERS)
                    .bindArray("quarters", String.class, each(quarters, one -> text(one.getKey())))
                    .bindArray(
                            "opened",
                            Long.class,
                            each(quarters, one -> one.getValue().opened()))
                    .bindArray(
                            "visitors",
                            Long.class,
                            each(quarters, one -> one.getValue().fromVisitors()))
                    .bindArray(
                            "agents",
                            Long.class,
                            each(quarters, one -> one.getValue().fromAgents()))
                    .execute();
        }
    }

    private Update update(String sql) {
        return handle.createUpdate(sql).bind("organization", organization);
    }

    private static <R> @Nullable Object[] each(List<R> rows, Function<R, @Nullable Object> value) {
        return rows.stream().map(value).toArray();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("conversation_id", UUID.class),
                row.getLong("counted"),
                row.getLong("changes"),
                instant(row.getTimestamp("begun_at")),
                instant(row.getTimestamp("asked_at")),
                row.getBoolean("answered"),
                instant(row.getTimestamp("resolved_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
