package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Resuming by cursors, and who may not.
final class ResumeTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Guest guest = shop.guest();
    private final String epoch =
            shop.page().post("/v1/widget/session", shop.sessionBody()).at("/epoch");

    private StreamClient resumed(String ofEpoch, Map<String, Long> cursors) {
        var stream = StreamClient.open(server, RunningServer.ORIGIN);
        stream.hello(guest.token(), ofEpoch, cursors);
        return stream;
    }

    private static List<Long> sequences(JsonNode messages) {
        List<Long> sequences = new ArrayList<>();
        messages.forEach(message -> sequences.add(message.at("/sequence").asLong()));
        return sequences;
    }

    @Test
    void whatFollowsTheCursorComesAfterWelcome() {
        var conversation = guest.conversation(4);
        try (var stream = resumed(epoch, Map.of(conversation.toString(), 2L))) {
            var welcome = stream.await("welcome");
            assertThat(welcome.at("/conversations/0/lastSequence").asLong()).isEqualTo(4);
            var sync = stream.await("sync");
            assertThat(sync.at("/recovered").asBoolean()).isTrue();
            assertThat(sequences(sync.at("/messages"))).containsExactly(3L, 4L);
            assertThat(sync.at("/toSequence").asLong()).isEqualTo(4);
        }
    }

    @Test
    void conversationAbsentFromTheCursorsCountsFromZero() {
        guest.conversation(3);
        try (var stream = resumed(epoch, Map.of())) {
            assertThat(sequences(stream.await("sync").at("/messages"))).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void nothingComesToWhoMissedNothing() {
        var conversation = guest.conversation(2);
        try (var stream = resumed(epoch, Map.of(conversation.toString(), 2L))) {
            stream.await("welcome");
            assertThat(stream.untilPong())
                    .noneMatch(frame -> frame.at("/type").asString().equals("sync"));
        }
    }

    @Test
    void otherEpochOrTooHighCursorIsNotRecovered() {
        var conversation = guest.conversation(2);
        try (var stream = resumed(UUID.randomUUID().toString(), Map.of(conversation.toString(), 1L))) {
            notRecovered(stream, 2);
        }
        try (var stream = resumed(epoch, Map.of(conversation.toString(), 9L))) {
            notRecovered(stream, 2);
        }
    }

    private static void notRecovered(StreamClient stream, long last) {
        var sync = stream.await("sync");
        assertThat(sync.at("/recovered").asBoolean()).isFalse();
        assertThat(sync.at("/messages").size()).isZero();
        assertThat(sync.at("/toSequence").asLong()).isEqualTo(last);
    }

    @Test
    void gapOfMoreThan300MessagesIsNotRecoveredAndOneOf300Is() {
        var conversation = guest.conversation(1);
        try (var agent = shop.agentStream()) {
            for (int number = 0; number < 300; number++) {
                agent.send(UUID.randomUUID(), conversation, "message " + number);
            }
            agent.await(frame -> frame.at("/sequence").asLong() == 301);
        }
        try (var stream = resumed(epoch, Map.of())) {
            notRecovered(stream, 301);
        }
        try (var stream = resumed(epoch, Map.of(conversation.toString(), 1L))) {
            List<Long> held = new ArrayList<>();
            JsonNode sync;
            do {
                sync = stream.await("sync");
                held.addAll(sequences(sync.at("/messages")));
            } while (sync.at("/more").asBoolean());
            assertThat(held).hasSize(300).startsWith(2L).endsWith(301L).isSorted();
        }
    }

    @Test
    void longMessagesComeInPartsWithinTheFrameLimit() {
        var conversation = UUID.randomUUID();
        for (int number = 0; number < 12; number++) {
            guest.post(conversation, "\u0001".repeat(9_999) + number % 10).expect(201);
        }
        try (var stream = resumed(epoch, Map.of())) {
            List<Long> held = new ArrayList<>();
            JsonNode sync;
            do {
                sync = stream.await("sync");
                assertThat(sync.toString().length()).isLessThanOrEqualTo(262_144);
                held.addAll(sequences(sync.at("/messages")));
            } while (sync.at("/more").asBoolean());
            assertThat(held).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        }
    }

    @Test
    void catchUpIsAnsweredBySync() {
        var conversation = guest.conversation(3);
        try (var stream = guest.stream()) {
            stream.send(Map.of("type", "catchup", "conversation", conversation, "after", 1));
            assertThat(sequences(stream.await("sync").at("/messages"))).containsExactly(2L, 3L);
            stream.send(Map.of("type", "catchup", "conversation", conversation, "after", 3));
            assertThat(stream.await("sync").at("/toSequence").asLong()).isEqualTo(3);
        }
    }

    @Test
    void endedOrForeignTokenGetsNoMessageForItsCursor() {
        guest.conversation(2);
        guest.http().post("/v1/widget/logout").expect(204);
        try (var stream = resumed(epoch, Map.of())) {
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        try (var stream = StreamClient.open(server, RunningServer.ORIGIN)) {
            stream.hello(shop.id() + "." + "A".repeat(43), epoch, Map.of());
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
    }

    @Test
    void welcomeNamesMoreConversationsThanAListShows() {
        var many = shop.guest();
        shop.server().database().execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence)
                select '%s', gen_random_uuid(), '%s', 0 from generate_series(1, 250)
                """.formatted(shop.id(), many.id()));
        try (var stream = StreamClient.open(shop.server(), RunningServer.ORIGIN)) {
            var welcome = stream.hello(many.token()).await("welcome");
            assertThat(welcome.at("/conversations").size()).isEqualTo(250);
        }
    }
}
