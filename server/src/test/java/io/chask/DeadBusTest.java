package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Two nodes on one database whose bus carries nothing: a visitor on one, an agent on the other. What each says arrives
/// with the other's next look at the database, which the test asks for instead of waiting.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeadBusTest {

    private final RunningServer first = RunningServer.shared();
    private final RunningServer second = first.another();
    private final Shop shop = first.shop();
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(1);

    @AfterAll
    void stop() {
        second.close();
    }

    private static JsonNode receipt(StreamClient stream, String member, long least) {
        return stream.await(frame -> frame.at("/type").asString().equals("receipt")
                && frame.at("/" + member).asLong() >= least);
    }

    private static JsonNode message(StreamClient stream, long sequence) {
        return stream.await(frame -> frame.at("/type").asString().equals("message")
                && frame.at("/sequence").asLong() == sequence);
    }

    @Test
    void aVisitorAndAnAgentOnDifferentNodesTalkAndSeeHowFarTheOtherIs() {
        var elsewhere = shop.on(second);
        try (var visitor = guest.stream();
                var agent = elsewhere.agentStream()) {
            agent.watch(conversation, 0);
            agent.await("sync");

            visitor.send(UUID.randomUUID(), conversation, "Is anyone there?");
            visitor.await("sent");
            visitor.send(UUID.randomUUID(), conversation, "Hello?");
            visitor.await("sent");
            second.checkPositions();
            assertThat(message(agent, 2).at("/message/content").asString()).isEqualTo("Is anyone there?");
            message(agent, 3);
            agent.mark("read", conversation, 3);
            receipt(agent, "ownRead", 3);
            first.checkPositions();
            receipt(visitor, "read", 3);

            agent.send(UUID.randomUUID(), conversation, "Yes.");
            agent.await("sent");
            first.checkPositions();
            message(visitor, 4);
            visitor.mark("read", conversation, 4);
            receipt(visitor, "ownRead", 4);
            second.checkPositions();
            receipt(agent, "read", 4);
        }
    }

    @Test
    void aStatusChangedOnOneNodeIsShownByTheListOnTheOther() {
        try (var agent = shop.on(second).agentStream()) {
            shop.agent()
                    .patch("/v1/conversations/" + conversation, Map.of("status", "resolved"))
                    .expect(200);
            second.checkPositions();
            agent.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/status").asString().equals("resolved"));
        }
    }
}
