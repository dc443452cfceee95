package io.chask.store;

import io.chask.conversation.ConversationStatus;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusResult.Changed;
import io.chask.conversation.StatusResult.Same;
import io.chask.conversation.StatusResult.Unknown;
import io.chask.conversation.StatusResult.Unseen;
import io.chask.conversation.StatusWish;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// One transaction that changes a status. The conversation is locked before anything is judged, as the message writer
/// locks it: a visitor's message is either seen here, or reopens what was resolved before it.
record StatusAttempt(Handle handle, StatusWish wish) {

    // The first: whoever changes a conversation's work locks that row first, and then the conversation.
    private static final String LOCK_WORK = """
            select true from conversation_work
            where organization_id = :organization and conversation_id = :conversation for no key update
            """;
    // A statement of its own: its snapshot is older than the lock, and the next one's is younger.
    private static final String LOCK = """
            select true from conversation
            where organization_id = :organization and id = :conversation for no key update
            """;
    private static final String STATUS = """
            select status from conversation where organization_id = :organization and id = :conversation
            """;
    private static final String UNSEEN = """
            select exists (select from message m
              where m.organization_id = :organization and m.conversation_id = :conversation and m.sequence > :seen
                and m.sender = 'user' and m.target_id is null)
            """;
    // What is resolved does not rest: opened again, it wants attention. What was kept back stays so until its visitor
    // opens it, as the router judges it too (desk/WorkSql): if he did so before, that was the end of it.
    private static final String WAKE = """
            update conversation_work w set snoozed_until = null, snoozed_after = null,
              kept_back = w.kept_back and not coalesce((
                select s.status = 'resolved' from status_change s
                where s.organization_id = w.organization_id and s.conversation_id = w.conversation_id
                  and s.changed_at > w.assigned_at
                order by s.number desc limit 1), false)
            where organization_id = :organization and conversation_id = :conversation
              and (snoozed_until is not null or kept_back)
            """;
    // The change is written down for the reports, and for the agents' thread.
    private static final String CHANGE = """
            with changed as (
              update conversation c set status = :status, changed_at = clock_timestamp(),
                locked = (:status = 'resolved'
                  and not (select s.reopen from widget_settings s where s.organization_id = c.organization_id))
              where c.organization_id = :organization and c.id = :conversation
              returning c.visitor_id, c.last_sequence, c.changed_at),
            noted as (
              insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
              select :organization, :conversation, :status, last_sequence, changed_at from changed),
            told as (
              insert into work_event (organization_id, conversation_id, kind, actor_id)
              select :organization, :conversation, case :status when 'open' then 'reopened' else 'resolved' end, :by
              from changed)
            select visitor_id from changed
            """;

    StatusResult run() {
        bound(handle.createQuery(LOCK_WORK)).mapTo(boolean.class).findOne();
        if (bound(handle.createQuery(LOCK)).mapTo(boolean.class).findOne().isEmpty()) {
            return new Unknown();
        }
        if (bound(handle.createQuery(STATUS))
                .mapTo(String.class)
                .one()
                .equals(wish.status().wireName())) {
            return new Same();
        }
        if (wish.status() == ConversationStatus.RESOLVED) {
            if (isUnseen()) {
                return new Unseen();
            }
            bound(handle.createUpdate(WAKE)).execute();
        }
        return new Changed(change());
    }

    private boolean isUnseen() {
        Long seen = wish.seen();
        return seen != null
                && bound(handle.createQuery(UNSEEN))
                        .bind("seen", seen)
                        .mapTo(boolean.class)
                        .one();
    }

    private UUID change() {
        return bound(handle.createQuery(CHANGE))
                .bind("status", wish.status().wireName())
                .bind("by", wish.by().id())
                .mapTo(UUID.class)
                .one();
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        return statement
                .bind("organization", wish.conversation().organization())
                .bind("conversation", wish.conversation().value());
    }
}
