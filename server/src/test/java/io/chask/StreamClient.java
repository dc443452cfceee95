package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client of the stream that knows nothing but wire/PROTOCOL.md.
final class StreamClient implements AutoCloseable {

    /// What stands in place of a frame when none will follow.
    static final String CLOSED = "(closed)";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    private StreamClient(URI address, @Nullable String origin) {
        var builder = CLIENT.newWebSocketBuilder().subprotocols("chask.v1").connectTimeout(PATIENCE);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        this.socket = builder.buildAsync(address, new Ear()).join();
    }

    /// Opens a stream as a page of this origin.
    static StreamClient open(RunningServer server, @Nullable String origin) {
        return new StreamClient(URI.create(server.base().toString().replace("http:", "ws:") + "/v1/stream"), origin);
    }

    StreamClient hello(String token) {
        return send(Map.of("type", "hello", "v", 1, "token", token, "client", "test/1"));
    }

    StreamClient hello(String token, String epoch, Map<String, Long> cursors) {
        return send(Map.of(
                "type",
                "hello",
                "v",
                1,
                "token",
                token,
                "client",
                "test/1",
                "resume",
                Map.of("epoch", epoch, "cursors", cursors)));
    }

    /// A message without files.
    StreamClient send(UUID id, UUID conversation, String content) {
        return send(Map.of(
                "type", "send", "id", id, "conversation", conversation, "content", content, "attachments", List.of()));
    }

    /// `ack` or `read`.
    StreamClient mark(String type, UUID conversation, long sequence) {
        return send(Map.of("type", type, "conversation", conversation, "sequence", sequence));
    }

    StreamClient watch(UUID conversation, long after) {
        return send(Map.of("type", "watch", "conversation", conversation, "after", after));
    }

    StreamClient send(Map<String, ?> frame) {
        return sendText(JSON.writeValueAsString(new LinkedHashMap<>(frame)));
    }

    StreamClient sendText(String text) {
        queue(text).join();
        return this;
    }

    /// One after the other: while one is on its way, the socket takes no other.
    private synchronized CompletableFuture<WebSocket> queue(String text) {
        var next = sending.handle((_, _) -> text).thenCompose(each -> socket.sendText(each, true));
        sending = next;
        return next;
    }

    /// The next frame of this type; others before it are dropped.
    JsonNode await(String type) {
        return await(frame -> frame.at("/type").asString().equals(type));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        List<JsonNode> dropped = new ArrayList<>();
        try {
            while (true) {
                var frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(frame).as("a frame after " + dropped).isNotNull();
                if (wanted.test(frame)) {
                    return frame;
                }
                dropped.add(frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Fails if one of the frames until the answer to a ping, which comes after everything said before, is of this
    /// type.
    List<JsonNode> untilPong() {
        long t = System.nanoTime() & 0xffff_ffffL;
        send(Map.of("type", "ping", "t", t));
        List<JsonNode> before = new ArrayList<>();
        await(frame -> {
            boolean pong = frame.at("/type").asString().equals("pong")
                    && frame.at("/t").asLong() == t;
            if (!pong) {
                before.add(frame);
            }
            return pong;
        });
        return before;
    }

    /// Every byte that has come so far.
    String heard() {
        return String.join("\n", heard);
    }

    /// The close code the server gives.
    int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(text.toString());
                hear(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        /// Whoever does not answer a ping is thought to be gone.
        private void hear(JsonNode frame) {
            if (frame.at("/type").asString().equals("ping")) {
                var pong = ((ObjectNode) frame.deepCopy()).put("type", "pong");
                var _ = queue(JSON.writeValueAsString(pong));
            }
            frames.add(frame);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            frames.add(JSON.createObjectNode().put("type", CLOSED));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
            frames.add(JSON.createObjectNode().put("type", CLOSED));
        }
    }
}
