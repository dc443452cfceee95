package io.chask.store;

import io.chask.conversation.Change;
import io.chask.conversation.ChangeResult;
import io.chask.conversation.ChangeResult.Changed;
import io.chask.conversation.ChangeResult.Refusal;
import io.chask.conversation.ChangeResult.Refused;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Message;
import io.chask.conversation.MessageChanges;
import io.chask.database.Database;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Changes in PostgreSQL, each a transaction of its own beside the lanes: it takes the lock that they take, and what
/// it reads after that stays so (docs/decisions/0018).
public final class PostgresMessageChanges implements MessageChanges {

    private static final String LOCK = """
            select c.visitor_id from conversation c
            where c.organization_id = :organization and c.id = :conversation for no key update
            """;

    /// Of the newest entry only: the text of an older one went when a newer came.
    private static final String SAME = """
            select m.author_id = :agent and m.target_id is not distinct from :target
              and (m.revision is not null or (m.deleted_at is not null) = :deletes and m.content = :content)
            from message m
            where m.organization_id = :organization and m.conversation_id = :conversation and m.id = :id
            """;

    /// Four rows of two tables, each by its key. The text of the entry before goes: it may be what had to be
    /// replaced.
    private static final String STORE = """
            with entry as (
              insert into message (organization_id, conversation_id, id, sequence, sender, author_id, content, target_id,
                deleted_at, created_at)
              select c.organization_id, c.id, :id, c.last_sequence + 1, 'agent', :agent, :content, :target,
                case when :deletes then clock_timestamp() end, greatest(clock_timestamp(), c.last_message_at)
              from conversation c where c.organization_id = :organization and c.id = :conversation
              returning sequence, created_at),
            replaced as (
              update message m set content = '', revision = e.sequence from entry e
              where m.organization_id = :organization and m.conversation_id = :conversation
                and m.sequence = :revision and m.target_id is not null),
            changed as (
              update message m set content = :content, revision = e.sequence,
                attachments = case when :deletes then null else m.attachments end,
                edited_at = case when :deletes then null else e.created_at end,
                deleted_at = case when :deletes then e.created_at end
              from entry e
              where m.organization_id = :organization and m.conversation_id = :conversation and m.id = :target)
            update conversation c set last_sequence = e.sequence, last_message_at = e.created_at,
              changed_at = clock_timestamp()
            from entry e where c.organization_id = :organization and c.id = :conversation
            returning e.sequence
            """;

    /// What was replaced is not found from this commit on; the new words are indexed after it.
    private static final String UNINDEX = """
            delete from search_entry
            where organization_id = :organization and conversation_id = :conversation and sequence = :sequence
            """;

    /// From this commit on nobody can open them; their bytes go with the next sweep.
    private static final String HIDE = """
            update attachment set state = 'leaving' where organization_id = :organization and id = any(:files)
            """;

    private final Database database;

    public PostgresMessageChanges(Database database) {
        this.database = database;
    }

    @Override
    public ChangeResult apply(Change change, Rules rules) {
        return database.inOrganization(
                change.conversation().organization(), handle -> new Attempt(handle, change).run(rules));
    }

    /// One transaction.
    private record Attempt(Handle handle, Change change) {

        ChangeResult run(Rules rules) {
            var visitor = lock();
            if (visitor.isEmpty()) {
                return new Refused(Refusal.NOT_FOUND);
            }
            var earlier = find(change.id());
            if (earlier.isPresent()) {
                return isSame()
                        ? new Changed(target(), visitor.get(), earlier.get().sequence())
                        : new Refused(Refusal.ID_CONFLICT);
            }
            var found = find(change.target()).filter(message -> !message.isChange());
            if (found.isEmpty()) {
                return new Refused(Refusal.NOT_FOUND);
            }
            var refusal = rules.refusal(found.get());
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            long sequence = store(found.get());
            return new Changed(target(), visitor.get(), sequence);
        }

        private Optional<UUID> lock() {
            return handle.createQuery(LOCK)
                    .bind("organization", conversation().organization())
                    .bind("conversation", conversation().value())
                    .mapTo(UUID.class)
                    .findOne();
        }

        /// With the whole change told.
        private Query query(String sql) {
            return handle.createQuery(sql)
                    .bind("organization", conversation().organization())
                    .bind("conversation", conversation().value())
                    .bind("id", change.id())
                    .bind("agent", change.agent().id())
                    .bind("target", change.target())
                    .bind("deletes", change.deletes())
                    .bind("content", content());
        }

        private boolean isSame() {
            return query(SAME).mapTo(boolean.class).one();
        }

        private long store(Message target) {
            long sequence = query(STORE)
                    .bind("revision", target.history().revision())
                    .mapTo(long.class)
                    .one();
            unindex(target);
            if (change.deletes() && !target.attachments().isEmpty()) {
                hide(target);
            }
            return sequence;
        }

        private void unindex(Message target) {
            handle.createUpdate(UNINDEX)
                    .bind("organization", conversation().organization())
                    .bind("conversation", conversation().value())
                    .bind("sequence", target.sequence())
                    .execute();
        }

        private void hide(Message target) {
            var files = target.attachments().stream().map(file -> file.id()).toArray();
            handle.createUpdate(HIDE)
                    .bind("organization", conversation().organization())
                    .bindArray("files", UUID.class, files)
                    .execute();
        }

        private String content() {
            var content = change.content();
            return content == null ? "" : content;
        }

        private Message target() {
            return find(change.target()).orElseThrow();
        }

        private Optional<Message> find(UUID id) {
            return handle.createQuery(StoredMessages.FIND)
                    .bind("organization", conversation().organization())
                    .bind("conversation", conversation().value())
                    .bind("id", id)
                    .map((row, _) -> StoredMessages.message(conversation().organization(), row))
                    .findOne();
        }

        private ConversationId conversation() {
            return change.conversation();
        }
    }
}
