package io.chask;

import io.chask.wire.ClientFrame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One client frame on the stream of each person of the cast.
final class AccessFrames {

    private static final String TYPE = "/type";
    private static final Set<String> ANSWERS = Set.of("welcome", "sent", "sync", "pong", "error");

    private final AccessCast cast;

    AccessFrames(AccessCast cast) {
        this.cast = cast;
    }

    /// The types of all client frames.
    static List<String> types() {
        return Arrays.stream(ClientFrame.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// What this frame is answered: a frame's type, the reason of a refusal, `nothing`, or the code the stream is
    /// closed
    /// with.
    String tell(String type, AccessRole role, UUID conversation) {
        if (role == AccessRole.NOBODY) {
            return beforeHello(type, conversation);
        }
        try (var stream = StreamClient.open(cast.shop().server(), cast.origin(role))) {
            stream.hello(cast.helloToken(role));
            var first = stream.await(_ -> true);
            if (type.equals("hello") || isClosed(first)) {
                return told(stream, first);
            }
            stream.send(frame(type, conversation));
            return told(stream, type.equals("send") ? settled(stream) : last(stream));
        }
    }

    private String beforeHello(String type, UUID conversation) {
        try (var stream = StreamClient.open(cast.shop().server(), RunningServer.ORIGIN)) {
            stream.send(frame(type, conversation));
            if (type.equals("ping") || type.equals("pong")) {
                return told(stream, stream.untilPong());
            }
            return "close " + stream.awaitClose();
        }
    }

    /// A message is answered after its commit, while other frames go on.
    private static JsonNode settled(StreamClient stream) {
        return stream.await(
                frame -> Set.of("sent", "error").contains(frame.at(TYPE).asString()));
    }

    /// The last answer before that to a frame which was written afterwards and is always refused.
    private static JsonNode last(StreamClient stream) {
        var ref = UUID.randomUUID();
        stream.send(frame("catchup", ref));
        JsonNode[] answer = {MissingNode.getInstance()};
        stream.await(frame -> {
            boolean mine = frame.at("/ref").asString("").equals(ref.toString());
            if (!mine && ANSWERS.contains(frame.at(TYPE).asString())) {
                answer[0] = frame;
            }
            return mine;
        });
        return answer[0];
    }

    private static boolean isClosed(JsonNode frame) {
        return frame.at(TYPE).asString().equals(StreamClient.CLOSED);
    }

    private static String told(StreamClient stream, List<JsonNode> frames) {
        return frames.isEmpty() ? "pong" : told(stream, frames.getFirst());
    }

    private static String told(StreamClient stream, JsonNode frame) {
        if (frame.isMissingNode()) {
            return "nothing";
        }
        if (isClosed(frame)) {
            return "close " + stream.awaitClose();
        }
        return frame.has("reason")
                ? frame.at("/reason").asString()
                : Objects.requireNonNull(frame.at(TYPE).asString());
    }

    static Map<String, Object> frame(String type, UUID conversation) {
        Map<String, Object> frame = new HashMap<>(Map.of("type", type));
        if (!Set.of("hello", "opened", "presence", "ping", "pong").contains(type)) {
            frame.put("conversation", conversation);
        }
        switch (type) {
            case "hello" -> frame.putAll(Map.of("v", 1, "token", "nobody", "client", "test/1"));
            case "send" -> frame.putAll(Map.of("id", UUID.randomUUID(), "content", "Hi", "attachments", List.of()));
            case "ack", "read" -> frame.put("sequence", 2);
            case "watch", "catchup" -> frame.put("after", 0);
            case "typing" -> frame.put("active", true);
            case "viewing" -> frame.put("state", "viewing");
            case "presence" -> frame.put("idleSeconds", 0);
            case "unwatch", "opened" -> {
                // The conversation, or the type, says it all.
            }
            case "ping", "pong" -> frame.put("t", 7);
            default -> throw new AssertionError("say here what a frame " + type + " looks like");
        }
        return frame;
    }
}
