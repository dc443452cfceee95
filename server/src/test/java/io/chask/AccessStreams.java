package io.chask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The three ways to the stream, as somebody of the cast goes them.
final class AccessStreams {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private AccessStreams() {}

    /// What a WebSocket of this origin is answered.
    static String upgrade(RunningServer server, @Nullable String origin) {
        try (var _ = StreamClient.open(server, origin)) {
            return "101";
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return String.valueOf(handshake.getResponse().statusCode());
            }
            throw refused;
        }
    }

    /// An event stream, open or refused.
    record Events(String told, String name) {}

    /// Opens an event stream and leaves it to the server's end.
    static Events events(AccessCast cast, AccessRole role) {
        var hello = Map.of("type", "hello", "v", 1, "token", cast.helloToken(role), "client", "test/1");
        var request = HttpRequest.newBuilder(cast.shop().server().base().resolve("/v1/stream/sse"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(hello)));
        var origin = cast.origin(role);
        if (origin != null) {
            request.header("Origin", origin);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return new Events(
                        "200", response.headers().firstValue("Chask-Stream").orElseThrow());
            }
            try (var text = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                var reason = JSON.readTree(text).at("/reason").asString();
                return new Events(response.statusCode() + " " + reason, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Frames for the stream this person could open, or else for an invented one.
    static String frames(AccessCast cast, AccessRole role) {
        var opened = events(cast, role).name();
        var http = cast.http(role)
                .with("Chask-Stream", opened.isEmpty() ? UUID.randomUUID().toString() : opened);
        var origin = cast.origin(role);
        var page = origin == null ? http : http.with("Origin", origin);
        return AccessRequests.told(page.post("/v1/stream/frames", Map.of("frames", List.of(Map.of("type", "ping")))));
    }
}
