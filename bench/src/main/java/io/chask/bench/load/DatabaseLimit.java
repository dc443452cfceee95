package io.chask.bench.load;

import io.chask.bench.server.Storage;
import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Draft;
import io.chask.conversation.PostResult;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.WriterConnections;
import io.chask.store.MessageWriter;
import io.chask.store.WriterMetrics;
import io.chask.store.WriterSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The database's own limit: the server's writer with its batched insert, beside the running server and without any
/// socket, as the measure of what delivery costs on top.
public final class DatabaseLimit {

    private static final int CONVERSATIONS = 1000;
    private static final int IN_FLIGHT = 2000;

    private static final Announcer NOBODY = new Announcer() {
        @Override
        public void posted(Announcement announcement) {}

        @Override
        public void changed(ConversationId conversation, UUID visitor, long sequence) {}

        @Override
        public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {}

        @Override
        public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {}
    };

    private final MessageWriter writer;
    private final LongAdder stored = new LongAdder();
    private volatile boolean going = true;

    private DatabaseLimit(MessageWriter writer) {
        this.writer = writer;
    }

    /// Durable messages a second.
    ///
    /// @param organization a visitor and his conversations are made in it
    public static double measure(Storage storage, UUID organization, int lanes, Duration warmUp, Duration measured)
            throws InterruptedException {
        try (var access = storage.access();
                var database = Database.open(access.owner(), DatabaseRole.APPLICATION, 2);
                var writer = new MessageWriter(
                        new WriterConnections(access.owner()),
                        WriterSettings.DEFAULT.withLanes(lanes),
                        WriterMetrics.NONE)) {
            var visitor = visitor(database, organization);
            writer.start(NOBODY);
            return new DatabaseLimit(writer).run(visitor, organization, warmUp, measured);
        }
    }

    private static Author visitor(Database database, UUID organization) {
        UUID id = UUID.randomUUID();
        database.useOrganization(
                organization,
                handle -> handle.createUpdate("insert into visitor (organization_id, id) values (:organization, :id)")
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute());
        return new Author.Visitor(id);
    }

    private double run(Author visitor, UUID organization, Duration warmUp, Duration measured)
            throws InterruptedException {
        List<ConversationId> conversations = new ArrayList<>();
        for (int number = 0; number < CONVERSATIONS; number++) {
            conversations.add(new ConversationId(organization, UUID.randomUUID()));
        }
        for (int token = 0; token < IN_FLIGHT; token++) {
            post(visitor, conversations, token);
        }
        TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
        long before = stored.sum();
        long start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(measured.toNanos());
        double perSecond = (stored.sum() - before) / ((System.nanoTime() - start) / 1e9);
        going = false;
        return perSecond;
    }

    private void post(Author visitor, List<ConversationId> conversations, int token) {
        var conversation = conversations.get(token % conversations.size());
        writer.append(new Draft(conversation, UUID.randomUUID(), visitor, Loads.CONTENT, List.of()))
                .thenAccept(result -> {
                    if (result instanceof PostResult.Stored) {
                        stored.increment();
                    }
                    if (going) {
                        post(visitor, conversations, token);
                    }
                });
    }
}
