package io.chask.desk;

import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what is to be done with conversations. All methods block.
public final class Works {

    /// Where counting stops: shown as "999+".
    public static final int MAX_COUNT = 1000;

    private static final String OF = """
            select c.id as conversation, w.assignee_id, a.name, a.avatar_url, w.team_id, m.name as team,
              case when %s then w.snoozed_until end as snoozed_until,
              array(select t.name from conversation_tag k
                join tag t on t.organization_id = k.organization_id and t.id = k.tag_id
                where k.organization_id = c.organization_id and k.conversation_id = c.id
                order by lower(t.name)) as tags,
              (select count(*) from note n where n.organization_id = c.organization_id and n.conversation_id = c.id)
                as notes,
              (select count(*) from work_event e where e.organization_id = c.organization_id
                and e.conversation_id = c.id) as events,
              exists (select from mention m where m.organization_id = c.organization_id and m.agent_id = :agent
                and m.conversation_id = c.id and m.seen_at is null) as mentioned
            from conversation c
            left join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
            left join agent a on a.organization_id = w.organization_id and a.id = w.assignee_id
            left join team m on m.organization_id = w.organization_id and m.id = w.team_id
            where c.organization_id = :organization and c.id = any(:conversations)
            """.formatted(WorkSql.SNOOZED);

    private static final String OPEN = """
            (select count(*) from (
              select from conversation c
              left join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
              where c.organization_id = :organization and c.status = 'open' and c.listed_at <= 'infinity'
                and %s limit :most) counted)
            """;
    /// Does not rest. A condition on `conversation c` with its `conversation_work w`; binds `:now`.
    public static final String AWAKE = "(w.snoozed_until is null or not " + WorkSql.SNOOZED + ")";
    /// Is not given out, because somebody took it from its agent by hand. A condition on an open conversation's
    /// `conversation_work w`.
    public static final String KEPT_BACK = WorkSql.KEPT_BACK;

    private static final String MENTIONED = """
            (select count(distinct m.conversation_id) from mention m
              where m.organization_id = :organization and m.agent_id = :agent and m.seen_at is null)
            """;
    /// Over the newest conversations only: who has a thousand unread ones needs no more exact figure. The limits within
    /// make it walk the list and look up what is known of each, however many messages the organization has. Binds
    /// `:organization`, `:agent`, `:now` and `:most`.
    public static final String UNREAD = """
            (select count(*) from (
              select from (
                select c.id, coalesce((select k.read from mark k where k.organization_id = c.organization_id
                    and k.conversation_id = c.id and k.side = 'agent' and k.reader_id = :agent), 0) as read
                from conversation c
                left join lateral (select * from conversation_work w where w.organization_id = c.organization_id
                    and w.conversation_id = c.id limit 1) w on true
                where c.organization_id = :organization and c.status = 'open' and c.listed_at <= 'infinity'
                  and (w.assignee_id is null or w.assignee_id = :agent) and %s
                order by c.listed_at desc limit :most) concerning,
              lateral (
                select from message n where n.organization_id = :organization and n.conversation_id = concerning.id
                  and n.sequence > concerning.read and n.target_id is null and n.sender = 'user'
                order by n.sequence limit :most) unread
              limit :most) counted)
            """.formatted(AWAKE);
    private static final String COUNTS = "select "
            + OPEN.formatted("w.assignee_id = :agent and " + AWAKE) + " as mine, "
            + OPEN.formatted("w.assignee_id is null and " + AWAKE) + " as unassigned, "
            + OPEN.formatted(AWAKE) + " as opened, "
            + OPEN.formatted(WorkSql.SNOOZED) + " as snoozed, "
            + MENTIONED + " as mentions, "
            + UNREAD + " as unread";

    private final Database database;

    public Works(Database database) {
        this.database = database;
    }

    /// How many conversations each view of an agent holds, each counted up to [#MAX_COUNT].
    ///
    /// @param unread visitors' messages he has not read in what is open, awake, and his or nobody's
    public record Counts(int mine, int unassigned, int open, int snoozed, int mentions, int unread) {}

    /// The work of these conversations as this agent sees it, by conversation; unknown ones are absent.
    public Map<UUID, Work> of(UUID organization, Collection<UUID> conversations, UUID agent, Instant now) {
        Map<UUID, Work> found = new HashMap<>();
        database.useOrganization(
                organization,
                handle -> handle.createQuery(OF)
                        .bind("organization", organization)
                        .bindArray("conversations", UUID.class, conversations.toArray())
                        .bind("agent", agent)
                        .bind("now", Timestamp.from(now))
                        .map((row, _) -> found.put(row.getObject("conversation", UUID.class), work(row)))
                        .list());
        return found;
    }

    /// The counts of this agent's views.
    public Counts counts(UUID organization, UUID agent, Instant now) {
        return database.inOrganization(organization, handle -> counts(handle, organization, agent, now));
    }

    private static Counts counts(Handle handle, UUID organization, UUID agent, Instant now) {
        return handle.createQuery(COUNTS)
                .bind("organization", organization)
                .bind("agent", agent)
                .bind("now", Timestamp.from(now))
                .bind("most", MAX_COUNT)
                .map((row, _) -> new Counts(
                        row.getInt("mine"),
                        row.getInt("unassigned"),
                        row.getInt("opened"),
                        row.getInt("snoozed"),
                        row.getInt("mentions"),
                        row.getInt("unread")))
                .one();
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(
                assignee(row),
                team(row),
                snoozed(row),
                tags(row),
                row.getInt("notes"),
                row.getInt("events"),
                row.getBoolean("mentioned"));
    }

    private static @Nullable Instant snoozed(ResultSet row) throws SQLException {
        var until = row.getTimestamp("snoozed_until");
        return until == null ? null : until.toInstant();
    }

    private static @Nullable Colleague assignee(ResultSet row) throws SQLException {
        var id = row.getObject("assignee_id", UUID.class);
        return id == null ? null : new Colleague(id, row.getString("name"), row.getString("avatar_url"));
    }

    private static @Nullable TeamName team(ResultSet row) throws SQLException {
        var id = row.getObject("team_id", UUID.class);
        return id == null ? null : new TeamName(id, row.getString("team"));
    }

    private static List<String> tags(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("tags").getArray());
    }
}
