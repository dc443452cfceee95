package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.Change;
import io.chask.conversation.ChangeResult.Changed;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Corrections;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shop whose agent answers and changes what he has written, for tests of the store.
final class ChangeScene implements AutoCloseable {

    static final Duration WINDOW = Duration.ofMinutes(15);

    final TestDatabase database = TestDatabase.create();
    final Shop shop = Shop.create(database);
    final Recorder recorder = new Recorder();
    final Author.Agent agent = new Author.Agent(shop.agent());
    private final MessageWriter writer =
            new MessageWriter(new WriterConnections(database.owner()), WriterSettings.DEFAULT, WriterMetrics.NONE);
    final PostgresMessageLog log = new PostgresMessageLog(writer, database.application());
    final PostgresConversationList list = new PostgresConversationList(database.application());
    final Corrections corrections =
            new Corrections(new PostgresMessageChanges(database.application()), recorder, _ -> WINDOW);

    ChangeScene() {
        writer.start(recorder);
    }

    PostResult post(Draft draft) {
        return log.append(draft).toCompletableFuture().join();
    }

    Message stored(Draft draft) {
        return ((PostResult.Stored) post(draft)).message();
    }

    /// A visitor's question and an agent's answer.
    Message answered(String answer) {
        var conversation = shop.conversation();
        stored(Shop.fromVisitor(conversation, shop.visitor(), "question"));
        return stored(shop.fromAgent(conversation, answer));
    }

    Change change(Message target, @Nullable String content) {
        return new Change(target.conversation(), UUID.randomUUID(), target.id(), agent, content, target.timestamp());
    }

    Changed changed(Change change) {
        return (Changed) corrections.change(change, false);
    }

    List<Message> entries(ConversationId conversation) {
        return log.after(conversation, 0, 1_000);
    }

    @Override
    public void close() {
        writer.close();
        database.close();
    }
}
