package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Sent, delivered and read through two real streams.
final class StatusTest {

    private final Shop shop = RunningServer.shared().shop();
    private final Guest guest = shop.guest();
    private final UUID conversation = UUID.randomUUID();

    private static JsonNode receipt(StreamClient stream, String member, long least) {
        return stream.await(frame -> frame.at("/type").asString().equals("receipt")
                && frame.at("/" + member).asLong() >= least);
    }

    private String visitorsStatus() {
        return visitorsStatus(guest);
    }

    private String visitorsStatus(Guest writer) {
        return writer.http()
                .get("/v1/widget/conversations/" + conversation + "/messages")
                .expect(200)
                .at("/messages/0/status");
    }

    @Test
    void visitorsMessageIsSentThenDeliveredThenRead() {
        try (var visitor = guest.stream();
                var agent = shop.agentStream()) {
            var id = UUID.randomUUID();
            visitor.send(id, conversation, "Hi");
            var sent = visitor.await("sent");
            assertThat(sent.at("/id").asString()).isEqualTo(id.toString());
            assertThat(sent.at("/sequence").asLong()).isEqualTo(1);
            assertThat(sent.at("/duplicate").asBoolean()).isFalse();
            assertThat(visitorsStatus()).isEqualTo("sent");

            var row = agent.await("inbox");
            assertThat(row.at("/unread").asLong()).isEqualTo(1);
            agent.mark("ack", conversation, row.at("/lastSequence").asLong());
            var delivered = receipt(visitor, "delivered", 1);
            assertThat(delivered.at("/read").asLong()).isZero();
            assertThat(visitorsStatus()).isEqualTo("delivered");

            agent.mark("read", conversation, 1);
            receipt(visitor, "read", 1);
            assertThat(visitorsStatus()).isEqualTo("read");
        }
    }

    @Test
    void marksRightBehindASlowerFrameAreNotLost() {
        guest.post(conversation, "Hi").expect(201);
        try (var visitor = guest.stream();
                var agent = shop.agentStream()) {
            agent.watch(conversation, 0).mark("read", conversation, 1);
            receipt(visitor, "read", 1);
            visitor.send(Map.of("type", "catchup", "conversation", conversation, "after", 0))
                    .mark("read", conversation, 1);
            receipt(agent, "read", 1);
        }
    }

    @Test
    void whereReadReceiptsAreOffNeitherSideLearnsWhatTheOtherHasRead() {
        var discreet = RunningServer.shared().shop();
        discreet.saveSettings(Shop.settingsWithoutReadReceipts());
        var reader = discreet.guest();
        reader.post(conversation, "Hi").expect(201);
        try (var visitor = reader.stream();
                var agent = discreet.agentStream()) {
            agent.watch(conversation, 0);
            agent.mark("read", conversation, 1);
            assertThat(receipt(visitor, "delivered", 1).at("/read").asLong()).isZero();
            assertThat(visitorsStatus(reader)).isEqualTo("delivered");
            visitor.mark("read", conversation, 1);
            receipt(visitor, "ownRead", 1);
            assertThat(receipt(agent, "delivered", 1).at("/read").asLong()).isZero();
            visitor.send(Map.of("type", "catchup", "conversation", conversation, "after", 1));
            assertThat(receipt(visitor, "ownRead", 1).at("/read").asLong()).isZero();
        }
        var list = reader.http().get("/v1/widget/conversations").expect(200).json();
        assertThat(list.at("/conversations/0/read").asLong()).isZero();
        assertThat(list.at("/conversations/0/ownRead").asLong()).isEqualTo(1);
        var row = discreet.agent()
                .get("/v1/conversations/" + conversation)
                .expect(200)
                .json();
        assertThat(row.at("/read").asLong()).isZero();
        assertThat(row.at("/ownRead").asLong()).isEqualTo(1);
    }

    /// The streams stay open while it is switched.
    @Test
    void whereTypingIsNotShownNeitherSideIsToldAsItIsSetNow() {
        var quiet = RunningServer.shared().shop();
        quiet.saveSettings(Shop.settings(false, true));
        var writer = quiet.guest();
        writer.post(conversation, "Hi").expect(201);
        try (var visitor = writer.stream();
                var agent = quiet.agentStream()) {
            agent.watch(conversation, 0).await("sync");
            var typing = Map.of("type", "typing", "conversation", conversation, "active", true);
            visitor.send(typing).untilPong();
            agent.send(typing).untilPong();
            untilAnotherShopIsTold();
            assertThat(visitor.heard()).doesNotContain("\"typing\"");
            assertThat(agent.heard()).doesNotContain("\"typing\"");
            quiet.saveSettings(Shop.settings(true, true));
            untilTold(visitor, agent, typing, "user");
            untilTold(agent, visitor, typing, "agent");
        }
    }

    /// Signs of all organizations go one way: what was sent before has been told then, or never will be.
    private static void untilAnotherShopIsTold() {
        var shop = RunningServer.shared().shop();
        var writer = shop.guest();
        var conversation = writer.conversation(1);
        try (var visitor = writer.stream();
                var agent = shop.agentStream()) {
            agent.watch(conversation, 0).await("sync");
            untilTold(visitor, agent, Map.of("type", "typing", "conversation", conversation, "active", true), "user");
        }
    }

    /// The server reads an organization again every two seconds.
    private static void untilTold(StreamClient from, StreamClient to, Map<String, ?> typing, String side) {
        var deadline = Instant.now().plusSeconds(20);
        while (!to.heard().contains("\"from\":\"" + side + "\"")) {
            assertThat(Instant.now()).isBefore(deadline);
            from.send(typing).untilPong();
            to.untilPong();
        }
    }

    @Test
    void agentsMessageIsDeliveredAndReadByTheVisitor() {
        guest.post(conversation, "Hi").expect(201);
        try (var visitor = guest.stream();
                var agent = shop.agentStream()) {
            agent.watch(conversation, 0);
            assertThat(agent.await("sync").at("/messages").size()).isEqualTo(1);
            agent.send(UUID.randomUUID(), conversation, "Hello, how can I help?");
            assertThat(agent.await("sent").at("/sequence").asLong()).isEqualTo(2);

            // The first may be told late.
            var message = visitor.await(frame -> frame.at("/type").asString().equals("message")
                    && frame.at("/sequence").asLong() == 2);
            assertThat(message.at("/message/sender").asString()).isEqualTo("agent");
            assertThat(message.at("/message/author/name").asString()).isEqualTo("Ada");
            assertThat(message.toString()).doesNotContain(shop.email());
            visitor.mark("ack", conversation, 2);
            assertThat(receipt(agent, "delivered", 2).at("/read").asLong()).isZero();
            visitor.mark("read", conversation, 2);
            receipt(agent, "read", 2);
        }
    }

    @Test
    void repeatedSendIsAnsweredAsDuplicateAndStoredOnce() {
        try (var visitor = guest.stream()) {
            var id = UUID.randomUUID();
            visitor.send(id, conversation, "once");
            var first = visitor.await("sent");
            visitor.send(id, conversation, "once");
            var second = visitor.await("sent");
            assertThat(second.at("/duplicate").asBoolean()).isTrue();
            assertThat(second.at("/sequence")).isEqualTo(first.at("/sequence"));
            assertThat(second.at("/timestamp")).isEqualTo(first.at("/timestamp"));
            visitor.send(id, conversation, "another");
            assertThat(visitor.await("error").at("/reason").asString()).isEqualTo("ID_CONFLICT");
        }
        guest.post(UUID.randomUUID(), conversation, "by REST").expect(201);
        var page = guest.http().get("/v1/widget/conversations/" + conversation + "/messages");
        assertThat(page.json().at("/lastSequence").asLong()).isEqualTo(2);
    }

    @Test
    void everyTabOfAVisitorHearsAndTheSenderHearsOnlySent() {
        try (var sender = guest.stream();
                var otherTab = guest.stream()) {
            sender.send(UUID.randomUUID(), conversation, "Hi");
            assertThat(otherTab.await("message").at("/message/content").asString())
                    .isEqualTo("Hi");
            sender.await("sent");
            assertThat(sender.untilPong())
                    .noneMatch(frame -> frame.at("/type").asString().equals("message"));
        }
    }

    @Test
    void resolvedConversationIsOpenedAgainByTheVisitor() {
        guest.post(conversation, "Hi").expect(201);
        var path = "/v1/conversations/" + conversation;
        var agent = shop.agent();
        agent.patch(path, Map.of("status", "resolved")).expect(200);
        guest.post(conversation, "One more thing").expect(201);
        assertThat(agent.get(path).at("/status")).isEqualTo("open");
    }
}
