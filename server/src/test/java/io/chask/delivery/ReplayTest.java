package io.chask.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.wire.CloseCode;
import io.chask.wire.Resume;
import io.chask.wire.ServerFrame.ConversationPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private static final Duration QUIET = Duration.ofMillis(200);
    private final TestNode node = TestNode.alone();
    private final MemoryStore store = node.store;

    @AfterEach
    void stop() {
        node.close();
    }

    private List<JsonNode> resume(ConversationId conversation, UUID epoch, Map<UUID, Long> cursors)
            throws InterruptedException {
        var connection = new TestConnection(store.organization, new Author.Visitor(store.visitor));
        var subscription = node.subscriptions.add(connection);
        node.replay.resume(
                subscription,
                List.of(new ConversationPosition(conversation.value(), store.last(conversation))),
                new Resume(epoch, cursors));
        subscription.release();
        return connection.untilQuiet(QUIET);
    }

    /// Returns once everything has been told: what is told late would be held for the connections of the test.
    private ConversationId filled(int count) throws InterruptedException {
        var conversation = store.conversation();
        var probe = node.visitor();
        store.fill(conversation, count);
        probe.untilSequence(count);
        node.subscription(probe).end();
        return conversation;
    }

    private static List<Long> sequences(List<JsonNode> frames) {
        var all = new ArrayList<Long>();
        for (var frame : frames) {
            frame.path("messages")
                    .forEach(message -> all.add(message.path("sequence").asLong()));
            if (frame.path("type").asString().equals("message")) {
                all.add(frame.path("sequence").asLong());
            }
        }
        return all;
    }

    @Test
    void aGapOfThreeHundredIsReplayedInOrder() throws Exception {
        var conversation = filled(310);
        var frames = resume(conversation, TestNode.EPOCH, Map.of(conversation.value(), 10L));
        assertThat(sequences(frames))
                .isEqualTo(LongStream.rangeClosed(11, 310).boxed().toList());
        assertThat(frames.getLast().path("toSequence").asLong()).isEqualTo(310);
        assertThat(frames.getLast().path("more").asBoolean(true)).isFalse();
    }

    private static void assertNotRecovered(List<JsonNode> frames, long last) {
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().path("recovered").asBoolean(true)).isFalse();
        assertThat(frames.getFirst().path("toSequence").asLong()).isEqualTo(last);
        assertThat(sequences(frames)).isEmpty();
    }

    @Test
    void aLongerGapAnotherEpochAndACursorBeyondTheEndAreNotReplayed() throws Exception {
        var conversation = filled(311);
        assertNotRecovered(resume(conversation, TestNode.EPOCH, Map.of(conversation.value(), 10L)), 311);
        assertNotRecovered(resume(conversation, UUID.randomUUID(), Map.of(conversation.value(), 310L)), 311);
        assertNotRecovered(resume(conversation, UUID.randomUUID(), Map.of(conversation.value(), 311L)), 311);
        assertNotRecovered(resume(conversation, TestNode.EPOCH, Map.of(conversation.value(), 312L)), 311);
        assertNotRecovered(resume(conversation, TestNode.EPOCH, Map.of()), 311);
    }

    @Test
    void anAbsentCursorCountsAsZeroAndAForeignOneIsIgnored() throws Exception {
        var conversation = filled(3);
        var frames = resume(conversation, TestNode.EPOCH, Map.of(UUID.randomUUID(), 2L));
        assertThat(frames).hasSize(1);
        assertThat(sequences(frames)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoMissedNothingGetsNothingButTheMarks() throws Exception {
        var conversation = filled(3);
        store.marks.raise(new Mark(conversation, new Author.Agent(UUID.randomUUID()), 3, 2));
        var frames = resume(conversation, TestNode.EPOCH, Map.of(conversation.value(), 3L));
        // The mark may be told twice, by the replay and because it has just been raised.
        assertThat(frames).isNotEmpty().allSatisfy(frame -> {
            assertThat(frame.path("type").asString()).isEqualTo("receipt");
            assertThat(frame.path("read").asLong()).isEqualTo(2);
        });
    }

    @Test
    void largeMessagesComeInSeveralPartsEachBelowTheLimitOfAFrame() throws Exception {
        var conversation = store.conversation();
        for (int each = 0; each < 20; each++) {
            store.post(conversation, new Author.Agent(UUID.randomUUID()), "\u0001".repeat(10_000));
        }
        var frames = resume(conversation, TestNode.EPOCH, Map.of());
        assertThat(frames).hasSizeGreaterThan(5);
        assertThat(frames)
                .allSatisfy(frame -> assertThat(frame.toString().length()).isLessThan(262_144));
        assertThat(frames.stream().map(frame -> frame.path("more").asBoolean()))
                .endsWith(false)
                .filteredOn(more -> !more)
                .hasSize(1);
        assertThat(sequences(frames))
                .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void catchUpIsAlwaysAnswered() throws Exception {
        var conversation = filled(3);
        var device = node.visitor();
        node.replay.catchUp(node.subscription(device), new ConversationPosition(conversation.value(), 3), 3);
        var sync = device.expect("sync");
        assertThat(sync.path("recovered").asBoolean()).isTrue();
        assertThat(sync.path("toSequence").asLong()).isEqualTo(3);
        assertThat(sequences(List.of(sync))).isEmpty();
    }

    @Test
    void betweenSubscribingAndLoadingNothingIsMissedAndNothingDoubled() throws Exception {
        for (int round = 0; round < 30; round++) {
            var conversation = filled(5);
            var poster = Thread.ofVirtual().start(() -> store.fill(conversation, 100));
            var connection = new TestConnection(store.organization, new Author.Visitor(store.visitor));
            var subscription = node.subscriptions.add(connection);
            node.replay.resume(
                    subscription,
                    List.of(new ConversationPosition(conversation.value(), store.last(conversation))),
                    new Resume(TestNode.EPOCH, Map.of(conversation.value(), 2L)));
            subscription.release();
            poster.join();
            assertThat(sequences(connection.untilSequence(105)))
                    .isEqualTo(LongStream.rangeClosed(3, 105).boxed().toList());
            subscription.end();
        }
    }

    @Test
    void whoIsHeldTooLongHasToResumeAgain() throws Exception {
        var connection = new TestConnection(store.organization, new Author.Visitor(store.visitor));
        node.subscriptions.add(connection);
        store.fill(store.conversation(), HeldFrames.LIMIT + 1);
        assertThat(connection.awaitClose()).isEqualTo(CloseCode.SLOW_CONSUMER);
    }
}
