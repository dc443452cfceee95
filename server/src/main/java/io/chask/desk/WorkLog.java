package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkEvent.Kind;
import io.chask.desk.WorkEvent.Rated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What was done with conversations: a line is part of the transaction that makes it true.
public final class WorkLog {

    /// The newest that are told.
    static final int MOST = 500;

    private static final String APPEND = """
            insert into work_event (organization_id, conversation_id, kind, actor_id, agent_id, team, until, score, comment)
            values (:organization, :conversation, :kind, :actor, :agent, :team, :until, :score, :comment)
            """;
    private static final String LIST = """
            select * from (
              select e.number, e.kind, e.at, e.team, e.until, e.score, e.comment,
                e.actor_id, actor.name as actor_name, actor.avatar_url as actor_picture,
                e.agent_id, agent.name as agent_name, agent.avatar_url as agent_picture
              from work_event e
              left join agent actor on actor.organization_id = e.organization_id and actor.id = e.actor_id
              left join agent on agent.organization_id = e.organization_id and agent.id = e.agent_id
              where e.organization_id = :organization and e.conversation_id = :conversation
              order by e.number desc limit :most) newest
            order by number
            """;

    private final Database database;

    WorkLog(Database database) {
        this.database = database;
    }

    /// Adds a line.
    ///
    /// @param handle of the transaction that makes it true
    public static void append(Handle handle, ConversationId conversation, WorkEvent.Draft event) {
        var until = event.until();
        var rating = event.rating();
        handle.createUpdate(APPEND)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bind("kind", event.kind().code())
                .bind("actor", event.actor())
                .bind("agent", event.agent())
                .bind("team", event.team())
                .bind("until", until == null ? null : Timestamp.from(until))
                .bind("score", rating == null ? null : rating.score())
                .bind("comment", rating == null ? null : rating.comment())
                .execute();
    }

    /// The newest lines of a conversation, oldest first. Blocks.
    public List<WorkEvent> of(ConversationId conversation) {
        return database.inOrganization(
                conversation.organization(),
                handle -> handle.createQuery(LIST)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .bind("most", MOST)
                        .map((row, _) -> event(row))
                        .list());
    }

    private static WorkEvent event(ResultSet row) throws SQLException {
        var until = row.getTimestamp("until");
        return new WorkEvent(
                row.getLong("number"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getTimestamp("at").toInstant(),
                colleague(row, "actor"),
                colleague(row, "agent"),
                row.getString("team"),
                until == null ? null : until.toInstant(),
                rating(row));
    }

    private static @Nullable Rated rating(ResultSet row) throws SQLException {
        int score = row.getInt("score");
        return row.wasNull() ? null : new Rated(score, row.getString("comment"));
    }

    private static @Nullable Colleague colleague(ResultSet row, String prefix) throws SQLException {
        var id = row.getObject(prefix + "_id", UUID.class);
        return id == null
                ? null
                : new Colleague(id, row.getString(prefix + "_name"), row.getString(prefix + "_picture"));
    }
}
