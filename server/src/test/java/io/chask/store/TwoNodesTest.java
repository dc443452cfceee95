package io.chask.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.conversation.PostResult.Duplicate;
import io.chask.conversation.PostResult.IdConflict;
import io.chask.conversation.PostResult.NotFound;
import io.chask.conversation.PostResult.Stored;
import io.chask.database.TestDatabase;
import io.chask.database.WriterConnections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two writers as two nodes against one database: drafts, resends through either, changed bodies and strangers, all
/// at once. Afterwards
/// every answer must agree with the table.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoNodesTest {

    private static final int DRAFTS = 20_000;
    private static final int CONVERSATIONS = 30;
    private static final long SEED = 20261122;

    private final TestDatabase database = TestDatabase.create();
    private final Recorder[] announced = {new Recorder(), new Recorder()};
    private final AtomicInteger failedBatches = new AtomicInteger();
    private final MessageWriter[] nodes = {node(announced[0]), node(announced[1])};
    private final PostgresMessageLog log = new PostgresMessageLog(nodes[0], database.application());
    private final Map<Draft, List<PostResult>> answers = new ConcurrentHashMap<>();
    private final List<CompletableFuture<?>> pending = new ArrayList<>();
    private final List<Shop> shops = List.of(Shop.create(database), Shop.create(database), Shop.create(database));
    private final List<ConversationId> conversations = new ArrayList<>();
    private final List<UUID> visitors = new ArrayList<>();

    private MessageWriter node(Recorder recorder) {
        WriterMetrics counting = new WriterMetrics() {
            @Override
            public void committed(int drafts, long nanos) {}

            @Override
            public void failed(int drafts) {
                failedBatches.incrementAndGet();
            }
        };
        WriterSettings settings = new WriterSettings(2, 50_000, 64L << 20, 500, java.time.Duration.ofSeconds(30));
        MessageWriter writer = new MessageWriter(new WriterConnections(database.owner()), settings, counting);
        writer.start(recorder);
        return writer;
    }

    @AfterAll
    void close() {
        closeNodes();
        database.close();
    }

    private void closeNodes() {
        for (MessageWriter node : nodes) {
            node.close();
        }
    }

    private void send(int node, Draft draft) {
        pending.add(nodes[node]
                .append(draft)
                .thenAccept(answer -> answers.computeIfAbsent(
                                draft, _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                        .add(answer))
                .toCompletableFuture());
    }

    /// Once. Afterwards the nodes are closed, for the last message is announced after it is answered.
    private void everythingIsSent() {
        if (answers.isEmpty()) {
            sendEverything();
            closeNodes();
        }
    }

    private void sendEverything() {
        for (int at = 0; at < CONVERSATIONS; at++) {
            Shop shop = shops.get(at % shops.size());
            conversations.add(shop.conversation());
            visitors.add(shop.visitor());
            // Opened by its visitor first: whoever comes first owns a conversation, and that might be the stranger.
            nodes[0].append(Shop.fromVisitor(conversations.get(at), visitors.get(at), "opens"))
                    .toCompletableFuture()
                    .join();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        List<Draft> sent = new ArrayList<>();
        for (int at = 0; at < DRAFTS; at++) {
            int which = random.nextInt(CONVERSATIONS);
            Draft draft = Shop.fromVisitor(conversations.get(which), visitors.get(which), "n" + at);
            sent.add(draft);
            send(random.nextInt(2), draft);
            if (random.nextInt(4) == 0) {
                Draft earlier = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(50)));
                send(random.nextInt(2), random.nextInt(10) == 0 ? changed(earlier) : earlier);
            }
            if (random.nextInt(20) == 0) {
                int other = (which + shops.size()) % CONVERSATIONS;
                send(random.nextInt(2), Shop.fromVisitor(conversations.get(which), visitors.get(other), "stranger"));
            }
        }
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    }

    private static Draft changed(Draft draft) {
        return new Draft(draft.conversation(), draft.id(), draft.author(), draft.content() + " changed", List.of());
    }

    @Test
    void everyAnswerAgreesWithTheTableAndTheTableHasNoGap() {
        everythingIsSent();

        Map<Entry.Key, Message> stored = new HashMap<>();
        for (ConversationId conversation : conversations) {
            List<Message> messages = log.after(conversation, 0, DRAFTS);
            assertThat(messages)
                    .extracting(Message::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, messages.size()).boxed().toList());
            assertThat(messages).extracting(Message::timestamp).isSorted();
            messages.forEach(message -> stored.put(new Entry.Key(conversation, message.id()), message));
        }
        answers.forEach((draft, theirs) ->
                assertRight(draft, theirs, stored.get(new Entry.Key(draft.conversation(), draft.id()))));
        assertThat(stored.size()).isEqualTo(DRAFTS + CONVERSATIONS);
        assertThat(failedBatches).hasValue(0);
    }

    @Test
    void eachNodeAnnouncesWhatItStoredInSequenceOrder() {
        everythingIsSent();
        for (Recorder node : announced) {
            for (ConversationId conversation : conversations) {
                assertThat(node.of(conversation))
                        .extracting(each -> each.message().sequence())
                        .isSorted();
            }
        }
        assertThat(announced[0].posted.size() + announced[1].posted.size()).isEqualTo(DRAFTS + CONVERSATIONS);
    }

    private static void assertRight(
            Draft draft, List<PostResult> theirs, @org.jspecify.annotations.Nullable Message stored) {
        boolean same = stored != null
                && stored.content().equals(draft.content())
                && stored.author().equals(draft.author());
        for (PostResult answer : theirs) {
            switch (answer) {
                case Stored first -> assertThat(first.message()).isEqualTo(stored);
                case Duplicate again -> assertThat(again.message()).isEqualTo(stored);
                case IdConflict _ ->
                    assertThat(same).as("a conflict for the same body").isFalse();
                case NotFound _ -> assertThat(stored).isNull();
                default -> throw new AssertionError(answer + " for " + draft);
            }
        }
        assertThat(theirs).filteredOn(Stored.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(draft.author()).isInstanceOf(Author.Visitor.class);
    }
}
