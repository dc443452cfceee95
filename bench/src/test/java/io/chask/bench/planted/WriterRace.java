package io.chask.bench.planted;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Answer;
import io.chask.bench.client.History.Event;
import io.chask.bench.client.View;
import io.chask.bench.fault.Checker;
import io.chask.bench.fault.Owner;
import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.database.Database;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseRole;
import io.chask.database.WriterConnections;
import io.chask.store.MessageWriter;
import io.chask.store.WriterMetrics;
import io.chask.store.WriterSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// Two writers as two nodes against the database of a running server: many drafts in flight, every fourth sent again
/// through the other one. A process of its own, so that its class path may carry a bug. Prints a violation a line.
public final class WriterRace {

    private static final int DRAFTS = 6_000;
    private static final int CONVERSATIONS = 20;
    private static final int NODES = 2;

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

    private final Database database;
    private final UUID organization;
    private final UUID visitor = UUID.randomUUID();
    private final History history = new History();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<MessageWriter> nodes = new ArrayList<>();
    private final List<CompletableFuture<?>> pending = new ArrayList<>();
    private final List<ConversationId> conversations = new ArrayList<>();
    private final Map<UUID, Owner> owners = new HashMap<>();

    private WriterRace(Database database, UUID organization) {
        this.database = database;
        this.organization = organization;
    }

    /// Runs it.
    ///
    /// @param words the data folder, the organization, the seed
    public static void main(String[] words) {
        try (var access = DatabaseAccess.find(Path.of(words[0]), Optional.empty());
                var database = Database.open(access.owner(), DatabaseRole.APPLICATION, 2)) {
            var race = new WriterRace(database, UUID.fromString(words[1]));
            for (int node = 0; node < NODES; node++) {
                race.nodes.add(race.node(new WriterConnections(access.owner())));
            }
            race.run(new SplittableRandom(Long.parseLong(words[2]))).forEach(System.out::println);
            race.nodes.forEach(MessageWriter::close);
        }
        System.out.println("done");
    }

    private MessageWriter node(WriterConnections connections) {
        var counting = new WriterMetrics() {
            @Override
            public void committed(int drafts, long nanos) {}

            @Override
            public void failed(int drafts) {
                failed.incrementAndGet();
            }
        };
        var writer = new MessageWriter(
                connections, new WriterSettings(2, 50_000, 64L << 20, 500, Duration.ofSeconds(30)), counting);
        writer.start(NOBODY);
        return writer;
    }

    private List<String> run(SplittableRandom random) {
        begin();
        for (int number = 0; number < DRAFTS; number++) {
            int at = random.nextInt(CONVERSATIONS);
            // Half of the conversations are written to by one node alone, in order; the other half by both, and again.
            if (at % 2 == 0) {
                ordered(conversations.get(at), number);
            } else {
                raced(conversations.get(at), number, random);
            }
        }
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
        return judge();
    }

    private void begin() {
        database.useOrganization(
                organization,
                handle -> handle.createUpdate("insert into visitor (organization_id, id) values (:organization, :id)")
                        .bind("organization", organization)
                        .bind("id", visitor)
                        .execute());
        for (int number = 0; number < CONVERSATIONS; number++) {
            var conversation = new ConversationId(organization, UUID.randomUUID());
            conversations.add(conversation);
            owners.put(conversation.value(), new Owner(organization, visitor));
            send(0, draft(conversation, "opens"));
        }
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    }

    private void ordered(ConversationId conversation, int number) {
        var draft = draft(conversation, "in order " + number);
        history.add(new Event.Invoked("node 0", conversation.value(), draft.id()));
        send(0, draft);
    }

    private void raced(ConversationId conversation, int number, SplittableRandom random) {
        var draft = draft(conversation, "raced " + number);
        int node = random.nextInt(NODES);
        send(node, draft);
        if (random.nextInt(4) == 0) {
            send(1 - node, draft);
        }
    }

    private Draft draft(ConversationId conversation, String content) {
        return new Draft(conversation, UUID.randomUUID(), new Author.Visitor(visitor), content, List.of());
    }

    private void send(int node, Draft draft) {
        pending.add(nodes.get(node)
                .append(draft)
                .thenAccept(result -> answered(node, draft, result))
                .toCompletableFuture());
    }

    private void answered(int node, Draft draft, PostResult result) {
        if (result instanceof PostResult.Stored stored) {
            acknowledged(node, draft, stored.message(), false);
        } else if (result instanceof PostResult.Duplicate duplicate) {
            acknowledged(node, draft, duplicate.message(), true);
        } else {
            history.add(new Event.Refused("node " + node, draft.conversation().value(), draft.id(), result.toString()));
        }
    }

    private void acknowledged(int node, Draft draft, Message message, boolean duplicate) {
        String who = "node " + node;
        var answer = new Answer(message.sequence(), message.timestamp().toString(), duplicate);
        history.add(new Event.Answered(who, draft.id(), new UUID(0, node), answer));
        history.add(new Event.Acknowledged(who, draft.conversation().value(), draft.id(), message.sequence()));
    }

    private List<String> judge() {
        var finals = conversations.stream()
                .map(conversation -> new Checker.Final(conversation.value(), read(conversation)))
                .toList();
        var violations = new ArrayList<>(Checker.check(history, finals, List.of(), owners));
        if (failed.get() > 0) {
            violations.add(
                    "C3: " + failed + " batches collided: two writers gave one number, or waited for each other");
        }
        return violations;
    }

    private Map<Long, View.Held> read(ConversationId conversation) {
        var messages = new HashMap<Long, View.Held>();
        database.useOrganization(
                organization,
                handle -> handle.createQuery("""
                        select sequence, id, sender, content, created_at::text as at from message
                        where organization_id = :organization and conversation_id = :conversation
                        """)
                        .bind("organization", organization)
                        .bind("conversation", conversation.value())
                        .map((row, _) -> Map.entry(
                                row.getLong("sequence"),
                                new View.Held(
                                        row.getObject("id", UUID.class),
                                        row.getString("sender"),
                                        row.getString("content"),
                                        row.getString("at"))))
                        .forEach(row -> messages.put(row.getKey(), row.getValue())));
        return messages;
    }
}
