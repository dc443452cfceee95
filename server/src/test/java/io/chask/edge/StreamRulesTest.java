package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.GoldenFrames;
import io.chask.wire.GoldenFrames.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamRulesTest {
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

    static List<Golden> invalid() {
        return GoldenFrames.of("invalid");
    }

    private static String send(UUID id, String content) {
        return "{\"type\":\"send\",\"id\":\"" + id + "\",\"conversation\":\"" + CONVERSATION + "\",\"content\":\""
                + content + "\",\"attachments\":[]}";
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidGoldenFrameGetsItsAnswerThroughTheSocket(Golden golden) throws IOException {
        boolean hello = golden.json().path("text").asString().contains("\"hello\"");
        try (var socket = hello ? TestSocket.open(edge.port()) : TestSocket.welcomed(edge.port())) {
            socket.text(golden.json().path("text").asString());
            if (golden.json().has("closes")) {
                assertThat(socket.closeCode())
                        .isEqualTo(golden.json().path("closes").asInt());
                return;
            }
            if (golden.json().has("error")) {
                var error = socket.expect("error");
                golden.json()
                        .path("error")
                        .properties()
                        .forEach(member ->
                                assertThat(error.path(member.getKey())).isEqualTo(member.getValue()));
            }
            assertAlive(socket);
        }
    }

    private static void assertAlive(TestSocket socket) throws IOException {
        socket.text("{\"type\":\"ping\",\"t\":77}");
        assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(77);
    }

    @Test
    void anyFrameBeforeHelloCloses4000() throws IOException {
        try (var socket = TestSocket.open(edge.port())) {
            socket.text(send(UUID.randomUUID(), "Hi"));
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void aSecondHelloCloses4000() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.text(TestSocket.HELLO);
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void aBinaryFrameCloses4000() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 2, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void textThatIsNotUtf8Closes4000() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 1, new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'});
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    private static byte[] padded(int bytes) {
        var text = "{\"type\":\"ping\",\"t\":9,\"x\":\"\"}".getBytes(StandardCharsets.UTF_8);
        var padded = new byte[bytes];
        Arrays.fill(padded, (byte) 'x');
        System.arraycopy(text, 0, padded, 0, text.length - 2);
        padded[bytes - 2] = '"';
        padded[bytes - 1] = '}';
        return padded;
    }

    @Test
    void aFrameOfExactly64KiBIsTaken() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 1, padded(65_536));
            assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(9);
        }
    }

    @Test
    void aFrameOfOneByteMoreThan64KiBCloses4000() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 1, padded(65_537));
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void fragmentsArePutTogetherWithPingsBetween() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            var text = padded(60_000);
            socket.frame(false, 1, Arrays.copyOfRange(text, 0, 20_000));
            socket.frame(true, 9, "p".getBytes(StandardCharsets.UTF_8));
            socket.frame(false, 0, Arrays.copyOfRange(text, 20_000, 20_001));
            socket.frame(true, 0, Arrays.copyOfRange(text, 20_001, 60_000));
            assertThat(socket.next()).isEqualTo(new TestSocket.Heard.Text("pong:p"));
            assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(9);
        }
    }

    @Test
    void fragmentsThatGrowBeyond64KiBClose4000() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            var text = padded(65_537);
            socket.frame(false, 1, Arrays.copyOfRange(text, 0, 40_000));
            socket.frame(true, 0, Arrays.copyOfRange(text, 40_000, 65_537));
            assertThat(socket.closeCode()).isEqualTo(4000);
        }
    }

    @Test
    void aFragmentWithoutBeginningAndAnUnmaskedFrameViolateTheProtocol() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 0, new byte[] {'x'});
            assertThat(socket.closeCode()).isIn(1002, 4000);
        }
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.raw(TestSocket.encode(true, 1, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8), false));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void framesWrittenByteByByteAreUnderstood() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            for (byte unit :
                    TestSocket.encode(true, 1, "{\"type\":\"ping\",\"t\":3}".getBytes(StandardCharsets.UTF_8), true)) {
                socket.raw(new byte[] {unit});
            }
            assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(3);
        }
    }

    // In rounds that are read before the next one: a client that reads nothing while so many answers wait is a slow
    // consumer, and whether its socket's buffer holds them all is the system's affair.
    @Test
    void framesAreHandledInTheOrderTheyWereWritten() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            for (int answered = 0; answered < 500; answered += 100) {
                var ids = Stream.generate(UUID::randomUUID).limit(100).toList();
                for (var id : ids) {
                    socket.text(send(id, "Hi"));
                }
                for (int at = 0; at < ids.size(); at++) {
                    var sent = socket.expect("sent");
                    assertThat(sent.path("id").asString()).isEqualTo(ids.get(at).toString());
                    assertThat(sent.path("sequence").asInt()).isEqualTo(answered + at + 1);
                }
            }
        }
    }

    @Test
    void aFrameThatCannotBeHandledClosesTheStream4100SoThatTheNextOneSaysItAgain() throws Exception {
        try (var own = EdgeFixture.withStreams(EdgeFixture.patient());
                var socket = TestSocket.welcomed(own.port())) {
            socket.text("{\"type\":\"unwatch\",\"conversation\":\"018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01\"}");
            assertThat(socket.closeCode()).isEqualTo(4100);
        }
    }
}
