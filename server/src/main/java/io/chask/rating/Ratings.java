package io.chask.rating;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkChanges;
import io.chask.desk.WorkChanges.Outcome;
import io.chask.desk.WorkEvent;
import io.chask.desk.WorkListener;
import io.chask.desk.WorkLog;
import io.chask.rating.RatingResult.Open;
import io.chask.rating.RatingResult.Rated;
import io.chask.rating.RatingResult.Unknown;
import io.chask.report.Satisfaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Visitors' ratings: one for each time a conversation was resolved, changeable until it is opened again. All methods
/// block.
public final class Ratings {

    private static final String STANDING = """
            select c.status = 'resolved' as resolved, coalesce((
              select max(s.number) from status_change s where s.organization_id = c.organization_id
                and s.conversation_id = c.id and s.status = 'resolved'), 0) as resolution
            from conversation c
            where c.organization_id = :organization and c.id = :conversation and c.visitor_id = :visitor
            """;
    private static final String LOAD = """
            select score, comment, rated_at from rating
            where organization_id = :organization and conversation_id = :conversation and resolution = :resolution
            """;
    private static final String FIRST = """
            insert into rating (organization_id, conversation_id, resolution, score, comment, rated_at)
            values (:organization, :conversation, :resolution, :score, :comment, :at)
            on conflict (organization_id, conversation_id, resolution) do nothing
            """;
    private static final String CHANGE = """
            update rating set score = :score, comment = :comment
            where organization_id = :organization and conversation_id = :conversation and resolution = :resolution
            """;

    private final Database database;
    private final WorkChanges changes;

    public Ratings(Database database, WorkListener listener) {
        this.database = database;
        this.changes = new WorkChanges(database, listener);
    }

    private record Standing(boolean resolved, long resolution) {}

    private record Given(Rating rating, Instant at) {}

    /// The rating of the conversation as it was resolved last.
    public RatingResult find(ConversationId conversation, UUID visitor) {
        return database.inOrganization(conversation.organization(), handle -> {
            var standing = standing(handle, conversation, visitor);
            if (standing.isEmpty()) {
                return new Unknown();
            }
            return standing.get().resolved()
                    ? new Rated(load(handle, LOAD, conversation, standing.get())
                            .map(Given::rating)
                            .orElse(null))
                    : new Open();
        });
    }

    /// Rates the conversation, or changes what was said.
    public RatingResult rate(ConversationId conversation, UUID visitor, Rating rating, Instant at) {
        return changes.make(conversation, handle -> {
            var standing = standing(handle, conversation, visitor);
            if (standing.isEmpty()) {
                return Outcome.same(new Unknown());
            }
            if (!standing.get().resolved()) {
                return Outcome.same(new Open());
            }
            boolean news = keep(handle, conversation, standing.get(), new Given(rating, at));
            return new Outcome<>(new Rated(rating), news);
        });
    }

    /// @return false when the same was said before
    private static boolean keep(Handle handle, ConversationId conversation, Standing standing, Given given) {
        if (write(handle, FIRST, conversation, standing, given) == 1) {
            Satisfaction.given(
                    handle,
                    conversation.organization(),
                    given.at(),
                    given.rating().score());
        } else {
            // Locked, so that of two changes at once each moves the count from where the other has left it.
            var before =
                    load(handle, LOAD + " for update", conversation, standing).orElseThrow();
            if (before.rating().equals(given.rating())) {
                return false;
            }
            write(handle, CHANGE, conversation, standing, given);
            var organization = conversation.organization();
            Satisfaction.changed(
                    handle,
                    organization,
                    before.at(),
                    before.rating().score(),
                    given.rating().score());
        }
        WorkLog.append(
                handle,
                conversation,
                WorkEvent.Draft.rated(given.rating().score(), given.rating().comment()));
        return true;
    }

    private static Optional<Standing> standing(Handle handle, ConversationId conversation, UUID visitor) {
        return handle.createQuery(STANDING)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bind("visitor", visitor)
                .map((row, _) -> new Standing(row.getBoolean("resolved"), row.getLong("resolution")))
                .findOne();
    }

    private static Optional<Given> load(Handle handle, String sql, ConversationId conversation, Standing standing) {
        return handle.createQuery(sql)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bind("resolution", standing.resolution())
                .map((row, _) -> new Given(
                        new Rating(row.getInt("score"), row.getString("comment")),
                        row.getTimestamp("rated_at").toInstant()))
                .findOne();
    }

    private static int write(Handle handle, String sql, ConversationId conversation, Standing standing, Given given) {
        return handle.createUpdate(sql)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .bind("resolution", standing.resolution())
                .bind("score", given.rating().score())
                .bind("comment", given.rating().comment())
                .bind("at", Timestamp.from(given.at()))
                .execute();
    }
}
