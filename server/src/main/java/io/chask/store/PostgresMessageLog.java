package io.chask.store;

import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.conversation.PostResult;
import io.chask.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// The message log in PostgreSQL: written by the lanes, read by the application's pool.
public final class PostgresMessageLog implements MessageLog {

    private final MessageWriter writer;
    private final StoredMessages messages;

    public PostgresMessageLog(MessageWriter writer, Database database) {
        this.writer = writer;
        this.messages = new StoredMessages(database);
    }

    @Override
    public CompletionStage<PostResult> append(Draft draft) {
        return writer.append(draft);
    }

    @Override
    public List<Message> after(ConversationId conversation, long sequence, int limit) {
        return messages.after(conversation, sequence, limit);
    }

    @Override
    public List<Message> before(ConversationId conversation, long sequence, int limit) {
        return messages.before(conversation, sequence, limit);
    }

    @Override
    public Optional<Message> find(ConversationId conversation, UUID id) {
        return messages.find(conversation, id);
    }

    @Override
    public List<Message> all(ConversationId conversation, Collection<UUID> ids) {
        return messages.all(conversation, ids);
    }
}
