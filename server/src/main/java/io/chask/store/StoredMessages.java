package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.History;
import io.chask.conversation.Message;
import io.chask.conversation.Sender;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads messages.
final class StoredMessages {

    /// Of messages, named `m`, which are no changes.
    static final String COLUMNS = """
            m.conversation_id, m.id, m.sequence, m.sender, m.author_id, m.attachments, m.created_at, m.target_id,
              m.content, m.revision, m.edited_at, m.deleted_at,
              (select q.quoted_id from quote q where q.organization_id = m.organization_id
                and q.conversation_id = m.conversation_id and q.message_id = m.id) as reply_to
            """;

    /// A change shows what its target is now: what was replaced since is told to nobody.
    private static final String ENTRIES = """
            select m.conversation_id, m.id, m.sequence, m.sender, m.author_id, m.attachments, m.created_at, m.target_id,
              coalesce(t.content, m.content) as content, coalesce(t.revision, m.revision) as revision,
              coalesce(t.edited_at, m.edited_at) as edited_at, coalesce(t.deleted_at, m.deleted_at) as deleted_at,
              (select q.quoted_id from quote q where q.organization_id = m.organization_id
                and q.conversation_id = m.conversation_id and q.message_id = m.id) as reply_to
            from message m
            left join message t on t.organization_id = m.organization_id and t.conversation_id = m.conversation_id
              and t.id = m.target_id
            where m.organization_id = :organization and m.conversation_id = :conversation
            """;

    private static final String AFTER = ENTRIES + " and m.sequence > :sequence order by m.sequence limit :limit";
    private static final String BEFORE = ENTRIES + " and m.sequence < :sequence order by m.sequence desc limit :limit";
    static final String FIND = ENTRIES + " and m.id = :id";

    private static final String ALL = ENTRIES + " and m.id = any(:ids)";

    private final Database database;

    StoredMessages(Database database) {
        this.database = database;
    }

    List<Message> after(ConversationId conversation, long sequence, int limit) {
        return page(AFTER, conversation, sequence, limit);
    }

    List<Message> before(ConversationId conversation, long sequence, int limit) {
        return page(BEFORE, conversation, sequence, limit).reversed();
    }

    Optional<Message> find(ConversationId conversation, UUID id) {
        return database.inOrganization(
                conversation.organization(),
                handle -> handle.createQuery(FIND)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .bind("id", id)
                        .map((row, _) -> message(conversation.organization(), row))
                        .findOne());
    }

    List<Message> all(ConversationId conversation, Collection<UUID> ids) {
        return database.inOrganization(
                conversation.organization(),
                handle -> handle.createQuery(ALL)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map((row, _) -> message(conversation.organization(), row))
                        .list());
    }

    private List<Message> page(String sql, ConversationId conversation, long sequence, int limit) {
        return database.inOrganization(
                conversation.organization(),
                handle -> handle.createQuery(sql)
                        .bind("organization", conversation.organization())
                        .bind("conversation", conversation.value())
                        .bind("sequence", sequence)
                        .bind("limit", limit)
                        .map((row, _) -> message(conversation.organization(), row))
                        .list());
    }

    static Message message(UUID organization, ResultSet row) throws SQLException {
        return new Message(
                new ConversationId(organization, row.getObject("conversation_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                Author.of(Sender.of(row.getString("sender")), row.getObject("author_id", UUID.class)),
                row.getString("content"),
                AttachmentJson.read(row.getString("attachments")),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("target_id", UUID.class),
                history(row),
                row.getObject("reply_to", UUID.class));
    }

    private static History history(ResultSet row) throws SQLException {
        long revision = row.getLong("revision");
        return revision == 0 ? History.NONE : new History(revision, time(row, "edited_at"), time(row, "deleted_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
