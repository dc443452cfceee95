package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Two visitors of one organization never see each other.
final class TwoVisitorsTest {

    private static final String SEND = "SEND_ERROR";

    private final Shop shop = RunningServer.shared().shop();
    private final Guest first = shop.guest();
    private final Guest second = shop.guest();
    private final UUID conversation = first.conversation(2);

    @Test
    void conversationOfTheOtherIsNeitherListedNorFound() {
        var list = second.http().get("/v1/widget/conversations").expect(200);
        assertThat(list.json().at("/conversations").size()).isZero();
        second.http()
                .get("/v1/widget/conversations/" + conversation + "/messages")
                .expectProblem(404, SEND, "NOT_FOUND");
    }

    @Test
    void messageIntoTheOthersConversationIsNotFound() {
        second.post(conversation, "intruder").expectProblem(404, SEND, "NOT_FOUND");
        try (var stream = second.stream()) {
            stream.send(UUID.randomUUID(), conversation, "intruder");
            assertThat(stream.await("error").at("/reason").asString()).isEqualTo("NOT_FOUND");
        }
        var page = first.http().get("/v1/widget/conversations/" + conversation + "/messages");
        assertThat(page.json().at("/messages").size()).isEqualTo(2);
    }

    @Test
    void streamOfTheOtherHearsNothing() {
        try (var mine = first.stream();
                var others = second.stream();
                var agent = shop.agentStream()) {
            others.untilPong();
            agent.watch(conversation, 2);
            agent.await("sync");
            mine.send(UUID.randomUUID(), conversation, "only for agents");
            mine.await("sent");
            agent.await("message");
            agent.send(UUID.randomUUID(), conversation, "only for the first");
            agent.send(Map.of("type", "typing", "conversation", conversation, "active", true));
            mine.await("message");
            agent.mark("read", conversation, 3);
            mine.await("receipt");
            assertThat(others.untilPong()).noneMatch(frame -> frame.has("conversation"));
        }
    }

    @Test
    void catchUpOnTheOthersConversationIsNotFound() {
        try (var stream = second.stream()) {
            stream.send(Map.of("type", "catchup", "conversation", conversation, "after", 0));
            var error = stream.await("error");
            assertThat(error.at("/reason").asString()).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void fileOfTheOtherCannotBeSent() {
        var file = first.upload(TestFile.png()).expect(201).at("/id");
        second.postFiles(UUID.randomUUID(), file).expectProblem(404, SEND, "ATTACHMENT_UNKNOWN");
        first.postFiles(conversation, file).expect(201);
    }

    @Test
    void marksOfAStrangerDoNotCount() {
        try (var stranger = second.stream();
                var agent = shop.agentStream()) {
            agent.send(UUID.randomUUID(), conversation, "Hello");
            agent.await("sent");
            stranger.mark("read", conversation, 3).untilPong();
            first.stream().mark("ack", conversation, 1).untilPong();
            agent.watch(conversation, 0);
            var receipt = agent.await(frame -> frame.at("/type").asString().equals("receipt")
                    && frame.at("/delivered").asLong() > 0);
            assertThat(receipt.at("/delivered").asLong()).isEqualTo(1);
            assertThat(receipt.at("/read").asLong()).isZero();
        }
    }
}
