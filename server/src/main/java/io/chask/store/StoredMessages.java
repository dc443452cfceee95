package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Message;
import io.chask.conversation.Sender;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads messages.
final class StoredMessages {

    static final String COLUMNS =
            "m.conversation_id, m.id, m.sequence, m.sender, m.author_id, m.content, m.attachments, m.created_at";

    private static final String OF_CONVERSATION =
            "from message m where m.organization_id = :organization and m.conversation_id = :conversation ";
    private static final String AFTER =
            "select " + COLUMNS + " " + OF_CONVERSATION + "and m.sequence > :sequence order by m.sequence limit :limit";
    private static final String BEFORE = "select " + COLUMNS + " " + OF_CONVERSATION
            + "and m.sequence < :sequence order by m.sequence desc limit :limit";
    private static final String FIND = "select " + COLUMNS + " " + OF_CONVERSATION + "and m.id = :id";

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
                row.getTimestamp("created_at").toInstant());
    }
}
