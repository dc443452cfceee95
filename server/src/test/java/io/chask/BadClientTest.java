package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Clients that break the rules are answered as wire/PROTOCOL.md says, and a good pair beside them talks on and hears
/// everything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadClientTest {

    private static final int SHARE = 20;

    private final RunningServer server = RunningServer.start(Map.of("--quota-per-second", "0"));
    private final Shop shop = server.shop();
    private final Guest good = shop.guest();
    private final UUID conversation = good.conversation(1);
    private final StreamClient visitor = good.stream();
    private final StreamClient agent = watching(shop, conversation);
    private long sequence = 1;

    @BeforeEach
    void theGoodPairTalks() {
        talk();
    }

    @AfterEach
    void theGoodPairTalksOn() {
        talk();
    }

    @AfterAll
    void stop() {
        visitor.close();
        agent.close();
        server.close();
    }

    private void talk() {
        say(visitor, agent);
        say(agent, visitor);
    }

    /// Heard with the next sequence: nothing is missing before it. What was posted before the streams were there may be
    /// told late.
    private void say(StreamClient from, StreamClient to) {
        from.send(UUID.randomUUID(), conversation, "number " + ++sequence);
        from.await("sent");
        var heard = to.await(frame -> frame.at("/type").asString().equals("message")
                && frame.at("/sequence").asLong() >= sequence);
        assertThat(heard.at("/sequence").asLong()).isEqualTo(sequence);
        assertThat(heard.at("/message/content").asString()).isEqualTo("number " + sequence);
    }

    private static StreamClient watching(Shop shop, UUID conversation) {
        var watcher = shop.agentStream();
        watcher.watch(conversation, 0);
        watcher.await("sync");
        return watcher;
    }

    private List<String> statuses(UUID of) {
        return shop.agent()
                .get("/v1/conversations/" + of + "/messages")
                .expect(200)
                .json()
                .at("/messages")
                .valueStream()
                .map(message -> message.at("/status").asString())
                .toList();
    }

    @Test
    void anAcknowledgementBeyondTheLastIsClamped() {
        var guest = shop.guest();
        var own = guest.conversation(2);
        try (var bad = guest.stream();
                var watcher = watching(shop, own)) {
            bad.mark("ack", own, 999);
            var receipt = watcher.await(frame -> frame.at("/type").asString().equals("receipt")
                    && frame.at("/delivered").asLong() > 0);
            assertThat(receipt.at("/delivered").asLong()).isEqualTo(2);
            assertThat(receipt.at("/read").asLong()).isZero();
        }
    }

    @Test
    void aReadMarkThatIsMovedBackStays() {
        var guest = shop.guest();
        var own = guest.conversation(1);
        try (var bad = guest.stream();
                var watcher = watching(shop, own)) {
            watcher.send(UUID.randomUUID(), own, "two");
            watcher.await("sent");
            bad.mark("read", own, 2);
            watcher.await(frame -> frame.at("/type").asString().equals("receipt")
                    && frame.at("/read").asLong() == 2);
            bad.mark("read", own, 1);
            bad.mark("ack", own, -5);
            bad.untilPong();
            assertThat(statuses(own).getLast()).isEqualTo("read");
            assertThat(watcher.untilPong())
                    .noneMatch(frame -> frame.at("/type").asString().equals("receipt")
                            && frame.at("/read").asLong() < 2);
        }
    }

    @Test
    void aForeignCursorIsIgnored() {
        var guest = shop.guest();
        var own = guest.conversation(1);
        try (var bad = StreamClient.open(server, RunningServer.ORIGIN)) {
            bad.hello(guest.token(), epoch(guest), Map.of(conversation.toString(), 1L, own.toString(), 0L));
            var welcome = bad.await("welcome");
            assertThat(welcome.at("/conversations").size()).isEqualTo(1);
            assertThat(bad.await("sync").at("/conversation").asString()).isEqualTo(own.toString());
            assertThat(bad.untilPong()).noneMatch(frame -> frame.toString().contains(conversation.toString()));
        }
    }

    private String epoch(Guest guest) {
        try (var once = StreamClient.open(server, RunningServer.ORIGIN)) {
            return once.hello(guest.token()).await("welcome").at("/epoch").asString();
        }
    }

    @Test
    void aSecondHelloClosesTheStream() {
        var token = shop.guest().token();
        try (var twice = StreamClient.open(server, RunningServer.ORIGIN)) {
            twice.hello(token).await("welcome");
            twice.hello(token);
            assertThat(twice.awaitClose()).isEqualTo(4000);
        }
    }

    @Test
    void aFloodOfHellosIsHeldToItsShareAndWhoIsConnectedTalksOn() {
        var token = shop.guest().token();
        List<StreamClient> flood = new ArrayList<>();
        try (var small = server.another(Map.of(
                        "--delivery-hellos-per-second", String.valueOf(2 * SHARE), "--delivery-hello-timeout", "60s"));
                var device = good.on(small).stream()) {
            for (int number = 0; number < 8 * SHARE; number++) {
                flood.add(StreamClient.open(small, RunningServer.ORIGIN));
            }
            flood.forEach(each -> each.hello(token));
            assertThat(codes(flood)).isNotEmpty().containsOnly(4101);
            var id = UUID.randomUUID();
            device.send(id, conversation, "still here");
            assertThat(device.await("sent").at("/sequence").asLong()).isEqualTo(++sequence);
            server.checkPositions();
            assertThat(agent.await("message").at("/sequence").asLong()).isEqualTo(sequence);
            assertThat(visitor.await("message").at("/sequence").asLong()).isEqualTo(sequence);
        } finally {
            flood.forEach(StreamClient::close);
        }
    }

    /// A share fills again while the flood goes on, so some of the late ones are welcomed.
    private static List<Integer> codes(List<StreamClient> flood) {
        List<Integer> codes = new ArrayList<>();
        for (var stream : flood) {
            var end = stream.await(frame -> List.of("welcome", StreamClient.CLOSED)
                    .contains(frame.at("/type").asString()));
            if (end.at("/type").asString().equals(StreamClient.CLOSED)) {
                codes.add(stream.awaitClose());
            }
        }
        return codes;
    }

    @Test
    void aTabThatNeverReadsIsClosedAndTheOtherTabHearsEverything() throws IOException {
        try (var bad = new RawSocket(server)) {
            bad.text("{\"type\":\"hello\",\"v\":1,\"token\":\"" + good.token() + "\",\"client\":\"bad/1\"}");
            var text = "x".repeat(10_000);
            int messages = 800;
            for (int number = 0; number < messages; number++) {
                agent.send(UUID.randomUUID(), conversation, text);
                agent.await("sent");
                sequence++;
                assertThat(visitor.await("message").at("/sequence").asLong()).isEqualTo(sequence);
            }
            assertThat(bad.readToEnd().length()).isLessThan(messages * text.length());
        }
    }

    @Test
    void anIdWithAnotherBodyIsAConflictAndStoresNothing() {
        var id = UUID.randomUUID();
        visitor.send(id, conversation, "first");
        visitor.await("sent");
        agent.await("message");
        sequence++;
        visitor.send(id, conversation, "second");
        var error = visitor.await("error");
        assertThat(error.at("/reason").asString()).isEqualTo("ID_CONFLICT");
        assertThat(error.at("/retryable").asBoolean(true)).isFalse();
    }

    @Test
    void halfAFrameAndSilenceEndTheStream() throws IOException {
        try (var node = server.another(Map.of("--delivery-hello-timeout", "2s"));
                var bad = new RawSocket(node)) {
            bad.halfOf("{\"type\":\"hello\",\"v\":1,\"token\":\"" + good.token() + "\",\"client\":\"bad/1\"}");
            talk();
            assertThat(bad.readToEnd()).contains("no hello");
        }
    }
}
