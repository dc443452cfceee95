package io.chask.desk;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.desk.WorkChanges.Outcome;
import io.chask.desk.WorkEvent.Kind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Conversations that rest until a time, or until the visitor writes. All methods block.
public final class Snoozes {

    // Whoever changes a conversation's work, or its status, locks that row first and then the conversation. Made where
    // there is none: two who make it would else wait for each other with the conversation locked.
    private static final String LOCK_WORK = """
            insert into conversation_work as w (organization_id, conversation_id)
            select c.organization_id, c.id from conversation c
            where c.organization_id = :organization and c.id = :conversation
            on conflict (organization_id, conversation_id) do update set snoozed_until = w.snoozed_until
            """;
    // A lock that was waited for gives the status as it has become.
    private static final String STATUS = """
            select status from conversation
            where organization_id = :organization and id = :conversation for no key update
            """;
    // What the visitor writes while this runs is above what was seen, and wakes it.
    private static final String SNOOZE = """
            insert into conversation_work (organization_id, conversation_id, snoozed_until, snoozed_after)
            select c.organization_id, c.id, :until, least(c.last_sequence, cast(:seen as bigint)) from conversation c
            where c.organization_id = :organization and c.id = :conversation
              and not exists (select from message n
                where n.organization_id = c.organization_id and n.conversation_id = c.id
                  and n.sequence > cast(:seen as bigint) and n.sender = 'user' and n.target_id is null)
            on conflict (organization_id, conversation_id) do update
            set snoozed_until = excluded.snoozed_until, snoozed_after = excluded.snoozed_after
            """;
    private static final String END = """
            update conversation_work set snoozed_until = null, snoozed_after = null
            where organization_id = :organization and conversation_id = :conversation and snoozed_until is not null
            """;
    // Those that a message has woken lose their time without a word: everybody knows.
    private static final String WAKE = """
            with due as (
              update conversation_work w set snoozed_until = null, snoozed_after = null
              from conversation_work before
              where w.organization_id = :organization and w.conversation_id = :conversation
                and w.snoozed_until <= :now
                and before.organization_id = w.organization_id and before.conversation_id = w.conversation_id
              returning w.organization_id, w.conversation_id, before.snoozed_after)
            update conversation c set listed_at = greatest(c.listed_at, :now) from due d
            where c.organization_id = d.organization_id and c.id = d.conversation_id and c.status = 'open'
              and not exists (
                select from message n where n.organization_id = c.organization_id and n.conversation_id = c.id
                  and n.sequence > d.snoozed_after and n.sender = 'user')
            """;
    private static final String DUE = """
            select organization_id, conversation_id from conversation_work
            where snoozed_until <= :now order by snoozed_until limit :most
            """;
    private static final int MOST_AT_ONCE = 200;

    private final WorkChanges changes;

    public Snoozes(Database database, WorkListener listener) {
        this.changes = new WorkChanges(database, listener);
    }

    /// What became of a wish to let a conversation rest.
    public enum Result {
        DONE,
        /// Only what is open can rest.
        RESOLVED,
        /// The visitor has written what the agent has not seen.
        UNSEEN,
        UNKNOWN_CONVERSATION
    }

    /// A conversation shall rest until then.
    ///
    /// @param seen the last sequence the agent has seen: with a visitor's message above it nothing rests; not
    ///             compared when null
    /// @param by   the agent who does so
    public record Wish(
            ConversationId conversation,
            Instant until,
            @Nullable Long seen,
            UUID by) {}

    /// Lets the conversation rest.
    public Result snooze(Wish wish) {
        var conversation = wish.conversation();
        return changes.make(conversation, handle -> {
            handle.createUpdate(LOCK_WORK)
                    .bind("organization", conversation.organization())
                    .bind("conversation", conversation.value())
                    .execute();
            var status = bound(handle, STATUS, conversation);
            if (status.isEmpty()) {
                return Outcome.same(Result.UNKNOWN_CONVERSATION);
            }
            if (status.getFirst().equals("resolved")) {
                return Outcome.same(Result.RESOLVED);
            }
            if (written(handle, wish) == 0) {
                return Outcome.same(Result.UNSEEN);
            }
            WorkLog.append(
                    handle, conversation, new WorkEvent.Draft(Kind.SNOOZED, wish.by(), null, null, wish.until(), null));
            return Outcome.changed(Result.DONE);
        });
    }

    private static int written(Handle handle, Wish wish) {
        return handle.createUpdate(SNOOZE)
                .bind("organization", wish.conversation().organization())
                .bind("conversation", wish.conversation().value())
                .bind("until", Timestamp.from(wish.until()))
                .bind("seen", wish.seen())
                .execute();
    }

    private static List<String> bound(Handle handle, String sql, ConversationId conversation) {
        return handle.createQuery(sql)
                .bind("organization", conversation.organization())
                .bind("conversation", conversation.value())
                .mapTo(String.class)
                .list();
    }

    /// Wakes the conversation; false if there is no such one.
    ///
    /// @param by the agent who does so
    public boolean end(ConversationId conversation, UUID by) {
        return changes.make(conversation, handle -> {
            int ended = handle.createUpdate(END)
                    .bind("organization", conversation.organization())
                    .bind("conversation", conversation.value())
                    .execute();
            if (ended == 1) {
                WorkLog.append(handle, conversation, WorkEvent.Draft.of(Kind.WOKEN, by));
            }
            boolean known = ended == 1 || WorkChanges.exists(handle, conversation);
            return new Outcome<>(known, ended == 1);
        });
    }

    /// Wakes everything whose time has come: it stands at the top of the list then, as if the visitor had written.
    /// Several nodes may ask at once; each conversation is told of once.
    ///
    /// @param watcher pool of the watcher's role
    public void wake(Database watcher, Instant now) {
        for (var conversation : due(watcher, now)) {
            changes.make(conversation, handle -> {
                int raised = handle.createUpdate(WAKE)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .bind("now", Timestamp.from(now))
                        .execute();
                if (raised == 1) {
                    WorkLog.append(handle, conversation, WorkEvent.Draft.of(Kind.WOKEN, null));
                }
                return new Outcome<>(raised, raised == 1);
            });
        }
    }

    private static List<ConversationId> due(Database watcher, Instant now) {
        return watcher.outsideOrganizations(handle -> handle.createQuery(DUE)
                .bind("now", Timestamp.from(now))
                .bind("most", MOST_AT_ONCE)
                .map((row, _) -> new ConversationId(
                        row.getObject("organization_id", UUID.class), row.getObject("conversation_id", UUID.class)))
                .list());
    }
}
