package io.chask;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A visitor of a shop.
///
/// @param http asks as his page does
record Guest(Shop shop, UUID id, String token, Http http) {

    private static final String MESSAGES = "/v1/widget/messages";

    /// The visitor's stream, without resume.
    StreamClient stream() {
        var client = StreamClient.open(shop.server(), RunningServer.ORIGIN);
        client.hello(token);
        client.await("welcome");
        return client;
    }

    /// The same visitor, as another node of the database serves him.
    Guest on(RunningServer node) {
        var elsewhere = shop.on(node);
        return new Guest(elsewhere, id, token, elsewhere.page().with("Authorization", "Bearer " + token));
    }

    /// Posts a message over HTTP.
    Answer post(UUID conversation, String content) {
        return post(UUID.randomUUID(), conversation, content);
    }

    Answer post(UUID message, UUID conversation, String content) {
        return http.post(
                MESSAGES,
                Map.of("id", message.toString(), "conversation", conversation.toString(), "content", content));
    }

    Answer postFiles(UUID conversation, String... files) {
        return http.post(
                MESSAGES,
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "conversation",
                        conversation.toString(),
                        "content",
                        "",
                        "attachments",
                        List.of(files)));
    }

    /// A conversation of this visitor with so many messages.
    UUID conversation(int messages) {
        var conversation = UUID.randomUUID();
        for (int number = 1; number <= messages; number++) {
            post(conversation, "message " + number).expect(201);
        }
        return conversation;
    }

    Answer upload(TestFile file) {
        return http.upload("/v1/widget/attachments", file);
    }
}
