package io.chask.presence;

import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The times at which agents were seen, and what they have chosen, in the database: so every node comes to the same
/// states. All methods block.
public final class Presences {

    /// How long a stream counts without a sign of its node.
    static final Duration GRACE = Duration.ofSeconds(25);

    /// How long an agent stays after his last stream has ended: a page that is loaded again is no absence. Longer than
    /// the pause between two signs of another node that still has a stream of his.
    static final Duration LEAVE = Duration.ofSeconds(12);

    /// The state of a row `p` with the settings `s` of its organization. Binds `:now` and `:graceSeconds`.
    public static final String STATE = """
            case when p.choice = 'offline' or p.seen_at < cast(:now as timestamptz) - make_interval(secs => :graceSeconds)
              then 'offline'
              when p.choice = 'away'
                or p.active_at < cast(:now as timestamptz) - make_interval(mins => coalesce(s.away_after_minutes, 10)) then 'away'
              else 'online' end""";

    private static final String STATES = """
            select p.organization_id, p.agent_id, p.choice, %s as state
            from agent_presence p left join routing_settings s on s.organization_id = p.organization_id
            where p.organization_id = any(:organizations) and p.seen_at >= cast(:now as timestamptz) - make_interval(secs => :graceSeconds)
            order by p.agent_id
            """.formatted(STATE);
    private static final String SEEN = """
            insert into agent_presence as p (organization_id, agent_id, seen_at, active_at)
            select :organization, t.agent, :now, to_timestamp(t.active / 1000.0)
            from unnest(:agents, :actives) as t(agent, active)
            order by t.agent
            on conflict (organization_id, agent_id) do update set
              seen_at = greatest(p.seen_at, excluded.seen_at), active_at = greatest(p.active_at, excluded.active_at)
            """;
    private static final String LEFT = """
            update agent_presence set seen_at = least(seen_at, :now)
            where organization_id = :organization and agent_id = :agent
            """;
    private static final String CHOOSE = """
            insert into agent_presence as p (organization_id, agent_id, choice, chosen_at, active_at)
            values (:organization, :agent, :choice, :now, :now)
            on conflict (organization_id, agent_id) do update set
              choice = excluded.choice, chosen_at = excluded.chosen_at, active_at = excluded.active_at
            """;

    private final Database application;
    private final Database watcher;

    /// @param application acts for one organization at a time
    /// @param watcher     pool of the watcher's role
    public Presences(Database application, Database watcher) {
        this.application = application;
        this.watcher = watcher;
    }

    /// Binds what [#STATE] needs.
    public static double graceSeconds() {
        return GRACE.toSeconds();
    }

    /// Whoever of these organizations has a stream open; an organization of which nobody has is absent.
    Map<UUID, List<AgentPresence>> of(Collection<UUID> organizations, Instant now) {
        Map<UUID, List<AgentPresence>> found = new HashMap<>();
        watcher.outsideOrganizations(handle -> handle.createQuery(STATES)
                .bindArray("organizations", UUID.class, organizations.toArray())
                .bind("now", Timestamp.from(now))
                .bind("graceSeconds", graceSeconds())
                .map((row, _) -> found.computeIfAbsent(
                                row.getObject("organization_id", UUID.class), _ -> new ArrayList<>())
                        .add(presence(row)))
                .list());
        return found;
    }

    private static AgentPresence presence(ResultSet row) throws SQLException {
        return new AgentPresence(
                row.getObject("agent_id", UUID.class), state(row.getString("state")), state(row.getString("choice")));
    }

    private static PresenceState state(String code) {
        return PresenceState.of(code).orElseThrow(() -> new IllegalStateException("the presence " + code));
    }

    /// Streams of these agents are open, and this is when each did something last.
    void seen(UUID organization, Map<UUID, Instant> actives, Instant now) {
        var agents = List.copyOf(actives.keySet());
        application.useOrganization(
                organization,
                handle -> handle.createUpdate(SEEN)
                        .bind("organization", organization)
                        .bind("now", Timestamp.from(now))
                        .bindArray("agents", UUID.class, agents.toArray())
                        .bindArray(
                                "actives",
                                Long.class,
                                agents.stream()
                                        .map(agent ->
                                                actives.getOrDefault(agent, now).toEpochMilli())
                                        .toArray())
                        .execute());
    }

    /// His last stream on one node has ended: he stays a little longer, unless another node sees him.
    void left(UUID organization, UUID agent, Instant now) {
        application.useOrganization(
                organization,
                handle -> bound(handle, LEFT, organization, agent)
                        .bind("now", Timestamp.from(now.minus(GRACE).plus(LEAVE)))
                        .execute());
    }

    /// What he wants to be seen as. Choosing is doing something.
    void choose(UUID organization, UUID agent, PresenceState choice, Instant now) {
        application.useOrganization(
                organization,
                handle -> bound(handle, CHOOSE, organization, agent)
                        .bind("choice", choice.code())
                        .bind("now", Timestamp.from(now))
                        .execute());
    }

    private static Update bound(Handle handle, String sql, UUID organization, UUID agent) {
        return handle.createUpdate(sql).bind("organization", organization).bind("agent", agent);
    }
}
