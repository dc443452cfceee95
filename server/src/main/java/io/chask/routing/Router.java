package io.chask.routing;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkChanges;
import io.chask.desk.WorkEvent;
import io.chask.desk.WorkEvent.Kind;
import io.chask.desk.WorkListener;
import io.chask.desk.WorkLog;
import io.chask.desk.Works;
import io.chask.presence.Presences;
import io.chask.routing.Plan.Gift;
import io.chask.routing.Plan.Seat;
import io.chask.routing.Plan.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Gives conversations to agents, where an organization wants that. Runs after the commits that make conversations, and
/// as often as one likes, on as many nodes as there are: the row of the organization's settings is the lock of whoever
/// gives out, and each conversation is taken by compare-and-set, so that a hand that was quicker wins. All methods
/// block.
public final class Router {

    /// So few in one transaction, because each locks its conversation for a moment.
    static final int MOST_AT_ONCE = 20;

    private static final String LOCK = """
            select true from routing_settings where organization_id = :organization and mode = 'least_loaded' for update
            """;
    // Says what is always true, as the list does: without it the partial index of the inbox is not considered.
    private static final String OPEN = " c.organization_id = :organization and c.status = 'open'"
            + " and c.listed_at <= 'infinity' and " + Works.AWAKE;
    // Whoever is leaving is waited for, and drops out; whoever leaves later waits. In the order in which the signs of
    // presence are written.
    private static final String LOCK_SEATS = """
            select p.agent_id from agent_presence p
            join routing_settings s on s.organization_id = p.organization_id
            where p.organization_id = :organization and %s = 'online'
            order by p.agent_id for no key update of p
            """.formatted(Presences.STATE);
    // A statement of its own: its snapshot is younger than the locks, so what was given meanwhile counts.
    private static final String SEATS = """
            select p.agent_id, coalesce(p.capacity, s.capacity) as capacity,
              greatest(p.routed_at, 'epoch') as routed_at, coalesce(l.load, 0) as load,
              array(select m.team_id from team_member m
                where m.organization_id = p.organization_id and m.agent_id = p.agent_id) as teams
            from agent_presence p
            join routing_settings s on s.organization_id = p.organization_id
            join agent a on a.organization_id = p.organization_id and a.id = p.agent_id and a.disabled_at is null
            left join (
              select w.assignee_id, count(*) as load from conversation c
              join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
              where %s group by w.assignee_id) l on l.assignee_id = p.agent_id
            where p.organization_id = :organization and p.agent_id = any(:agents)
            """.formatted(OPEN);
    private static final String WAITING = """
            select c.id, w.team_id from conversation c
            left join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
            where %s and w.assignee_id is null and (w.kept_back is null or not %s)
              and (w.team_id is null or w.team_id = any(:teams))
            order by coalesce(w.assigned_at, c.created_at), c.id limit :most
            """.formatted(OPEN, Works.KEPT_BACK);
    // The last condition is judged again under the row's lock, on what a quicker hand has committed meanwhile.
    // The agent is locked, so that he is not disabled before he has it: what he has is released then.
    private static final String GIVE = """
            insert into conversation_work as w (organization_id, conversation_id, assignee_id, assigned_at)
            select c.organization_id, c.id, a.id, clock_timestamp() from conversation c
            join agent a on a.organization_id = c.organization_id and a.id = :agent and a.disabled_at is null
            where c.organization_id = :organization and c.id = :conversation and c.status = 'open' for share of a
            on conflict (organization_id, conversation_id) do update set
              assignee_id = excluded.assignee_id, assigned_at = excluded.assigned_at, kept_back = false
            where w.assignee_id is null and not %s and w.team_id is not distinct from cast(:team as uuid)
            """.formatted(Works.KEPT_BACK);
    private static final String GIVEN = """
            update agent_presence set routed_at = greatest(routed_at, :now)
            where organization_id = :organization and agent_id = :agent
            """;
    // Those who are gone, and what waits for their answer: a word that was corrected or taken away is none.
    private static final String ABANDONED = """
            select c.id, w.assignee_id from conversation c
            join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
            join routing_settings s on s.organization_id = c.organization_id
            join lateral (
              select n.sender from message n where n.organization_id = c.organization_id and n.conversation_id = c.id
                and n.target_id is null and n.deleted_at is null
              order by n.sequence desc limit 1) m on m.sender = 'user'
            left join agent_presence p on p.organization_id = w.organization_id and p.agent_id = w.assignee_id
            where %s and s.give_back_after_minutes is not null
              and greatest(w.assigned_at, case when p.choice = 'offline' then p.chosen_at else p.seen_at end)
                < cast(:now as timestamptz) - make_interval(mins => s.give_back_after_minutes)
            order by c.id limit :most
            """.formatted(OPEN);
    private static final String TAKE = """
            update conversation_work set assignee_id = null, assigned_at = clock_timestamp()
            where organization_id = :organization and conversation_id = :conversation and assignee_id = :agent
            """;

    private final WorkChanges changes;

    public Router(Database database, WorkListener listener) {
        this.changes = new WorkChanges(database, listener);
    }

    /// Gives out what waits and finds somebody.
    ///
    /// @return how many conversations were given
    public int route(UUID organization, Instant now) {
        int all = 0;
        int given;
        var refused = new AtomicBoolean();
        do {
            refused.set(false);
            given = changes.makeAll(organization, handle -> step(handle, organization, now, refused));
            all += given;
        } while (given == MOST_AT_ONCE || (given > 0 && refused.get()));
        return all;
    }

    /// @param refused set when a hand was quicker. It may have filled a seat, so the rest is planned anew
    private static List<ConversationId> step(Handle handle, UUID organization, Instant now, AtomicBoolean refused) {
        if (!locked(handle, organization)) {
            return List.of();
        }
        var seats = seats(handle, organization, now);
        if (seats.isEmpty()) {
            return List.of();
        }
        List<ConversationId> given = new ArrayList<>();
        for (var turn : turns(Plan.of(seats, waiting(handle, organization, now, seats), now), now)) {
            if (!give(handle, organization, turn.gift(), turn.at())) {
                refused.set(true);
                return given;
            }
            given.add(new ConversationId(organization, turn.gift().waiting().conversation()));
        }
        return given;
    }

    private record Turn(Gift gift, Instant at) {}

    /// In the order in which others lock many conversations' work; the times tell the order of the plan.
    private static List<Turn> turns(List<Gift> gifts, Instant now) {
        return IntStream.range(0, gifts.size())
                .mapToObj(place -> new Turn(gifts.get(place), now.plusNanos(1_000L * place)))
                .sorted(Comparator.comparing(
                        turn -> turn.gift().waiting().conversation().toString()))
                .toList();
    }

    private static boolean locked(Handle handle, UUID organization) {
        return handle.createQuery(LOCK)
                .bind("organization", organization)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    private static List<Seat> seats(Handle handle, UUID organization, Instant now) {
        var agents = handle.createQuery(LOCK_SEATS)
                .bind("organization", organization)
                .bind("now", Timestamp.from(now))
                .bind("graceSeconds", Presences.graceSeconds())
                .mapTo(UUID.class)
                .list();
        return handle
                .createQuery(SEATS)
                .bind("organization", organization)
                .bind("now", Timestamp.from(now))
                .bindArray("agents", UUID.class, agents.toArray())
                .map((row, _) -> seat(row))
                .stream()
                .filter(Seat::hasRoom)
                .toList();
    }

    private static Seat seat(ResultSet row) throws SQLException {
        var teams = (UUID[]) row.getArray("teams").getArray();
        return new Seat(
                row.getObject("agent_id", UUID.class),
                row.getInt("load"),
                row.getInt("capacity"),
                row.getTimestamp("routed_at").toInstant(),
                Set.of(teams));
    }

    private static List<Waiting> waiting(Handle handle, UUID organization, Instant now, List<Seat> seats) {
        var teams = seats.stream().flatMap(seat -> seat.teams().stream()).distinct();
        return handle.createQuery(WAITING)
                .bind("organization", organization)
                .bind("now", Timestamp.from(now))
                .bindArray("teams", UUID.class, teams.toArray())
                .bind("most", MOST_AT_ONCE)
                .map((row, _) -> new Waiting(row.getObject("id", UUID.class), row.getObject("team_id", UUID.class)))
                .list();
    }

    private static boolean give(Handle handle, UUID organization, Gift gift, Instant now) {
        var conversation = new ConversationId(organization, gift.waiting().conversation());
        int written = handle.createUpdate(GIVE)
                .bind("organization", organization)
                .bind("conversation", conversation.value())
                .bind("agent", gift.agent())
                .bind("team", gift.waiting().team())
                .execute();
        if (written == 0) {
            return false;
        }
        handle.createUpdate(GIVEN)
                .bind("organization", organization)
                .bind("agent", gift.agent())
                .bind("now", Timestamp.from(now))
                .execute();
        WorkLog.append(handle, conversation, WorkEvent.Draft.of(Kind.ROUTED, null, gift.agent()));
        return true;
    }

    private record Abandoned(UUID conversation, UUID agent) {}

    /// Takes conversations that wait for an answer from agents who have been gone too long.
    ///
    /// @return how many were taken
    public int takeBack(UUID organization, Instant now) {
        return changes.makeAll(
                organization,
                handle -> locked(handle, organization)
                        ? abandoned(handle, organization, now).stream()
                                .sorted(Comparator.comparing(
                                        each -> each.conversation().toString()))
                                .filter(each -> take(handle, organization, each))
                                .map(each -> new ConversationId(organization, each.conversation()))
                                .toList()
                        : List.of());
    }

    private static List<Abandoned> abandoned(Handle handle, UUID organization, Instant now) {
        return handle.createQuery(ABANDONED)
                .bind("organization", organization)
                .bind("now", Timestamp.from(now))
                .bind("most", MOST_AT_ONCE)
                .map((row, _) ->
                        new Abandoned(row.getObject("id", UUID.class), row.getObject("assignee_id", UUID.class)))
                .list();
    }

    private static boolean take(Handle handle, UUID organization, Abandoned abandoned) {
        var conversation = new ConversationId(organization, abandoned.conversation());
        int written = handle.createUpdate(TAKE)
                .bind("organization", organization)
                .bind("conversation", abandoned.conversation())
                .bind("agent", abandoned.agent())
                .execute();
        if (written == 1) {
            WorkLog.append(handle, conversation, WorkEvent.Draft.of(Kind.GIVEN_BACK, null, abandoned.agent()));
        }
        return written == 1;
    }

    /// The organizations that want conversations to be given out.
    ///
    /// @param watcher pool of the watcher's role
    static List<UUID> organizations(Database watcher) {
        return watcher.outsideOrganizations(
                handle -> handle.createQuery("select organization_id from routing_settings where mode = 'least_loaded'")
                        .mapTo(UUID.class)
                        .list());
    }
}
