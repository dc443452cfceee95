package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.Assignment.Assigned;
import io.chask.desk.Assignment.Move;
import io.chask.desk.Assignment.Moved;
import io.chask.desk.Assignment.Result;
import io.chask.desk.Assignment.Taken;
import io.chask.desk.Assignment.UnknownAgent;
import io.chask.desk.Assignment.UnknownConversation;
import io.chask.desk.Assignment.UnknownTeam;
import io.chask.desk.WorkChanges.Outcome;
import io.chask.desk.WorkEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who has which conversation. Two who reach for one at once are told apart by the database: one gets it, the other is
/// told who. All methods block.
public final class Assignments {

    private static final String COLLEAGUES = """
            select id, name, avatar_url from agent
            where organization_id = :organization and disabled_at is null order by lower(name), id
            """;
    // Locked, so that he is not disabled before he has it: what he has is released then.
    private static final String ACTIVE = """
            select true from agent where organization_id = :organization and id = :to and disabled_at is null for share
            """;
    // What is resolved is not kept back: its visitor opens it again, and then it wants somebody.
    // The last condition is judged again under the row's lock, on what a quicker one has committed meanwhile.
    private static final String ASSIGN = """
            insert into conversation_work as w (organization_id, conversation_id, assignee_id, assigned_at, kept_back)
            select c.organization_id, c.id, cast(:to as uuid), clock_timestamp(),
              cast(:to as uuid) is null and c.status = 'open'
            from conversation c
            where c.organization_id = :organization and c.id = :conversation
              and (cast(:expected as uuid) is null or exists (select from conversation_work k
                where k.organization_id = :organization and k.conversation_id = :conversation))
            on conflict (organization_id, conversation_id) do update set
              assignee_id = excluded.assignee_id, assigned_at = excluded.assigned_at, kept_back = excluded.kept_back
            where w.assignee_id is not distinct from cast(:expected as uuid)
            """;
    // Who comes to a team is nobody's there, and may be given out at once; who leaves it stays whose he is.
    private static final String MOVE = """
            insert into conversation_work as w (organization_id, conversation_id, team_id)
            select c.organization_id, c.id, cast(:team as uuid) from conversation c
            where c.organization_id = :organization and c.id = :conversation
              and (cast(:expected as uuid) is null and cast(:from as uuid) is null
                or exists (select from conversation_work k
                  where k.organization_id = :organization and k.conversation_id = :conversation))
            on conflict (organization_id, conversation_id) do update set team_id = excluded.team_id, kept_back = false,
              assignee_id = case when excluded.team_id is null then w.assignee_id end
            where w.assignee_id is not distinct from cast(:expected as uuid)
              and (not :compared or w.team_id is not distinct from cast(:from as uuid))
            """;
    private static final String TEAM = """
            select name from team where organization_id = :organization and id = cast(:team as uuid) for key share
            """;
    private static final String HOLDER = """
            select a.id, a.name, a.avatar_url from conversation_work w
            join agent a on a.organization_id = w.organization_id and a.id = w.assignee_id
            where w.organization_id = :organization and w.conversation_id = :conversation
            """;

    private static final String STANDING = """
            select t.id, t.name from conversation c
            left join conversation_work w on w.organization_id = c.organization_id and w.conversation_id = c.id
            left join team t on t.organization_id = w.organization_id and t.id = w.team_id
            where c.organization_id = :organization and c.id = :conversation
            """;

    private final Database database;
    private final WorkChanges changes;

    public Assignments(Database database, WorkListener listener) {
        this.database = database;
        this.changes = new WorkChanges(database, listener);
    }

    /// Everybody of an organization who can have a conversation.
    public List<Colleague> colleagues(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(COLLEAGUES)
                        .bind("organization", organization)
                        .map((row, _) -> colleague(row))
                        .list());
    }

    /// Gives the conversation to somebody, if it is still whose the wish says.
    public Result assign(Assignment wish) {
        return changes.make(wish.conversation(), handle -> {
            if (!active(handle, wish)) {
                return Outcome.same(new UnknownAgent());
            }
            if (Objects.equals(wish.to(), wish.expected())) {
                // Nothing was done, so nothing is kept back from the routing or loses its place there.
                return Outcome.same(refused(handle, wish.conversation(), wish.to()));
            }
            int written = handle.createUpdate(ASSIGN)
                    .bind("organization", wish.conversation().organization())
                    .bind("conversation", wish.conversation().value())
                    .bind("to", wish.to())
                    .bind("expected", wish.expected())
                    .execute();
            if (written == 0) {
                return Outcome.same(refused(handle, wish.conversation(), wish.to()));
            }
            WorkLog.append(handle, wish.conversation(), event(wish));
            return Outcome.changed(new Assigned());
        });
    }

    private static WorkEvent.Draft event(Assignment wish) {
        return wish.to() == null
                ? WorkEvent.Draft.of(Kind.UNASSIGNED, wish.by(), wish.expected())
                : WorkEvent.Draft.of(Kind.ASSIGNED, wish.by(), wish.to());
    }

    /// Moves the conversation to a team, if it still has the agent whom the wish names, and the team.
    public Result move(Move wish) {
        return changes.make(wish.conversation(), handle -> {
            var from = wish.from();
            var name = team(handle, wish);
            if (wish.team() != null && name.isEmpty()) {
                return Outcome.same(new UnknownTeam());
            }
            int written = handle.createUpdate(MOVE)
                    .bind("organization", wish.conversation().organization())
                    .bind("conversation", wish.conversation().value())
                    .bind("team", wish.team())
                    .bind("expected", wish.expected())
                    .bind("compared", from != null)
                    .bind("from", from == null ? null : from.team())
                    .execute();
            if (written == 0) {
                return Outcome.same(elsewhere(handle, wish).orElseGet(() -> taken(handle, wish.conversation())));
            }
            var event = new WorkEvent.Draft(Kind.MOVED, wish.by(), null, name.orElse(null), null, null);
            WorkLog.append(handle, wish.conversation(), event);
            return Outcome.changed(new Assigned());
        });
    }

    /// Locked, so that it is not deleted meanwhile.
    private static Optional<String> team(Handle handle, Move wish) {
        return handle.createQuery(TEAM)
                .bind("organization", wish.conversation().organization())
                .bind("team", wish.team())
                .mapTo(String.class)
                .findOne();
    }

    /// The answer when somebody has moved the conversation to another team than the wisher knew. A repeated wish finds
    /// what it wished for.
    private static Optional<Result> elsewhere(Handle handle, Move wish) {
        var from = wish.from();
        if (from == null) {
            return Optional.empty();
        }
        return handle.createQuery(STANDING)
                .bind("organization", wish.conversation().organization())
                .bind("conversation", wish.conversation().value())
                .map((row, _) -> new Standing(row.getObject("id", UUID.class), row.getString("name")))
                .findOne()
                .filter(standing -> !Objects.equals(standing.id(), from.team()))
                .map(standing -> standing.result(wish));
    }

    private record Standing(@Nullable UUID id, @Nullable String name) {

        Result result(Move wish) {
            if (Objects.equals(id, wish.team())) {
                return new Assigned();
            }
            return new Moved(id == null || name == null ? null : new TeamName(id, name));
        }
    }

    private static boolean active(Handle handle, Assignment wish) {
        return wish.to() == null
                || handle.createQuery(ACTIVE)
                        .bind("organization", wish.conversation().organization())
                        .bind("to", wish.to())
                        .mapTo(Boolean.class)
                        .findOne()
                        .isPresent();
    }

    /// A repeated wish finds what it wished for.
    private static Result refused(Handle handle, ConversationId conversation, @Nullable UUID to) {
        var result = taken(handle, conversation);
        return result instanceof Taken(var holder) && Objects.equals(holder == null ? null : holder.id(), to)
                ? new Assigned()
                : result;
    }

    private static Result taken(Handle handle, ConversationId conversation) {
        return WorkChanges.exists(handle, conversation)
                ? new Taken(holder(handle, conversation).orElse(null))
                : new UnknownConversation();
    }

    private static Optional<Colleague> holder(Handle handle, ConversationId conversation) {
        return handle.createQuery(HOLDER)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .map((row, _) -> colleague(row))
                .findOne();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(row.getObject("id", UUID.class), row.getString("name"), row.getString("avatar_url"));
    }
}
