package io.chask.bench.client;

import io.chask.bench.client.Outbox.Letter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The client's frames as text (wire/PROTOCOL.md §4).
final class Frames {

    static final String PING = "{\"type\":\"ping\"}";

    private static final JsonMapper JSON = JsonMapper.shared();

    private Frames() {}

    /// @param epoch null: nothing to resume
    static String hello(String token, @Nullable String epoch, Map<UUID, Long> cursors) {
        var hello = JSON.createObjectNode();
        hello.put("type", "hello").put("v", 1).put("token", token).put("client", "faults/1");
        if (epoch != null) {
            var held = hello.putObject("resume").put("epoch", epoch).putObject("cursors");
            cursors.forEach((conversation, cursor) -> held.put(conversation.toString(), cursor));
        }
        return JSON.writeValueAsString(hello);
    }

    static String send(Letter letter) {
        var frame = JSON.createObjectNode();
        frame.put("type", "send").put("id", letter.id().toString());
        frame.put("conversation", letter.conversation().toString()).put("content", letter.content());
        frame.putArray("attachments");
        return JSON.writeValueAsString(frame);
    }

    /// `watch`, `catchup`: what follows `after`.
    static String after(String type, UUID conversation, long after) {
        return mark(type, conversation, "after", after);
    }

    static String read(UUID conversation, long sequence) {
        return mark("read", conversation, "sequence", sequence);
    }

    private static String mark(String type, UUID conversation, String member, long value) {
        var frame = JSON.createObjectNode();
        frame.put("type", type).put("conversation", conversation.toString()).put(member, value);
        return JSON.writeValueAsString(frame);
    }

    static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    static UUID id(JsonNode frame, String member) {
        return UUID.fromString(frame.get(member).asString());
    }

    /// A message as it stands in `message`, `sync` and in the pages of REST.
    static View.Held held(JsonNode message) {
        return new View.Held(
                id(message, "id"),
                message.get("sender").asString(),
                message.get("content").asString(),
                message.get("timestamp").asString());
    }
}
