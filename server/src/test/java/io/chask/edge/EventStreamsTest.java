package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.CloseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStreamsTest {
    private static final String CONVERSATION = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01";
    private EdgeFixture edge;

    @BeforeAll
    void start() {
        edge = EdgeFixture.withStreams(EdgeFixture.patient());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    /// An open event stream.
    private final class Events implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpResponse<InputStream> answer;
        private final BufferedReader lines;

        Events(String hello) throws Exception {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + "/v1/stream/sse"))
                            .header("Content-Type", "application/json")
                            .header("Origin", "https://shop.example")
                            .timeout(EdgeFixture.PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(hello))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        String name() {
            return answer.headers().firstValue("Chask-Stream").orElse("");
        }

        /// The next frame, or nothing when the next event is `close`, or at the end.
        @Nullable
        JsonNode next() throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: close")) {
                    return null;
                }
                if (line.startsWith("data:")) {
                    return JsonMapper.shared().readTree(line.substring(5));
                }
            }
            return null;
        }

        JsonNode expect(String type) throws IOException {
            for (var frame = next(); frame != null; frame = next()) {
                if (frame.path("type").asString().equals(type)) {
                    return frame;
                }
            }
            throw new AssertionError("the stream ended without " + type);
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private HttpResponse<byte[]> frames(String stream, String body) {
        return edge.send(
                "POST",
                "/v1/stream/frames",
                request -> request.header("Content-Type", "application/json")
                        .header("Chask-Stream", stream)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(UUID id) {
        return "{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + CONVERSATION
                + "\",\"content\":\"Hé\",\"attachments\":[]}";
    }

    @Test
    void theStreamBeginsWithWelcomeAndIsReadableByThePage() throws Exception {
        try (var events = new Events(TestSocket.HELLO)) {
            assertThat(events.answer.statusCode()).isEqualTo(200);
            assertThat(events.answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(events.answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://shop.example");
            assertThat(events.expect("welcome").path("session").asString()).isEqualTo(events.name());
        }
    }

    @Test
    void framesAreTakenInOrderAndAnsweredOnTheStream() throws Exception {
        try (var events = new Events(TestSocket.HELLO)) {
            var ids = new UUID[] {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
            var first = frames(events.name(), "{\"frames\":[" + send(ids[0]) + "," + send(ids[1]) + "]}");
            assertThat(first.statusCode()).isEqualTo(202);
            frames(events.name(), "{\"frames\":[{\"type\":\"ping\",\"t\":4}," + send(ids[2]) + "]}");
            for (int at = 0; at < ids.length; at++) {
                assertThat(events.expect("sent").path("id").asString()).isEqualTo(ids[at].toString());
            }
        }
    }

    @Test
    void theSameRulesHoldAsOnAWebSocket() throws Exception {
        try (var events = new Events(TestSocket.HELLO)) {
            frames(events.name(), "{\"frames\":[{\"type\":\"ack\",\"conversation\":\"" + CONVERSATION + "\"}]}");
            assertThat(events.expect("error").path("reason").asString()).isEqualTo("INVALID_FIELD");
            frames(events.name(), "{\"frames\":[" + TestSocket.HELLO + "]}");
            edge.awaitClose(CloseCode.BAD_FRAME);
            assertThat(events.next()).isNull();
            assertThat(events.lines.readLine()).isEqualTo("data: 4000");
            assertThat(frames(events.name(), "{\"frames\":[{\"type\":\"ping\"}]}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aRefusedHelloIsAProblemAndNoStream() throws Exception {
        try (var refused = new Events(TestSocket.HELLO.replace("visitor", "refused"));
                var version = new Events(TestSocket.HELLO.replace("\"v\":1", "\"v\":9"));
                var other = new Events("{\"type\":\"ping\"}")) {
            assertThat(refused.answer.statusCode()).isEqualTo(401);
            assertThat(version.answer.statusCode()).isEqualTo(400);
            assertThat(other.answer.statusCode()).isEqualTo(400);
        }
        assertThat(edge.post("/v1/stream/sse", "text/plain", TestSocket.HELLO).statusCode())
                .isEqualTo(415);
        var foreign = edge.send(
                "POST",
                "/v1/stream/sse",
                request -> request.header("Origin", "https://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(TestSocket.HELLO)));
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aStreamClosedBeforeItsFirstFrameEndsWithTheCode() throws Exception {
        try (var events = new Events(TestSocket.HELLO.replace("visitor", "closed"))) {
            assertThat(events.answer.statusCode()).isEqualTo(200);
            assertThat(events.lines.readLine()).isEqualTo("event: close");
            assertThat(events.lines.readLine()).isEqualTo("data: " + CloseCode.DRAINING.number());
        }
    }

    @Test
    void framesForAnUnknownStreamOrOfAnotherShapeAreRefused() throws Exception {
        assertThat(frames(UUID.randomUUID().toString(), "{\"frames\":[{\"type\":\"ping\"}]}")
                        .statusCode())
                .isEqualTo(404);
        try (var events = new Events(TestSocket.HELLO)) {
            for (var body : new String[] {"{}", "{\"frames\":[]}", "{\"frames\":7}"}) {
                var answer = frames(events.name(), body);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo("INVALID_FIELD");
            }
        }
    }

    @Test
    void theSessionHearsWhenTheClientGoes() throws Exception {
        var name = "";
        try (var events = new Events(TestSocket.HELLO)) {
            events.expect("welcome");
            name = events.name();
        }
        while (!EdgeFixture.await(edge.endpoint.ended).toString().equals(name)) {
            // Another test's.
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosedAsSlow() throws Exception {
        try (var events = new Events(TestSocket.HELLO)) {
            events.expect("welcome");
            var socket = Objects.requireNonNull(edge.endpoint.sockets.get(UUID.fromString(events.name())));
            for (int each = 0; each < 20_000 && !socket.closed(); each++) {
                socket.send(StreamPressureTest.large());
            }
            assertThat(socket.closed()).isTrue();
            edge.awaitClose(CloseCode.SLOW_CONSUMER);
        }
    }
}
