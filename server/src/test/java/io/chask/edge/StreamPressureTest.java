package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameEncoder;
import io.chask.wire.Limits;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamPressureTest {
    private static final int PARTS = 200;
    private static final String PING = "{\"type\":\"ping\"}";

    // Of streams whose time the test says: it stands still unless it is set forward.
    private final AtomicLong clock = new AtomicLong();

    private void forward(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static StreamOptions options(int hellos, Duration hello, Duration idle) {
        return new StreamOptions(hellos, hello, idle, Duration.ofSeconds(25), 256, 1 << 20, 64L << 20);
    }

    private EdgeFixture clocked(int hellos) {
        return EdgeFixture.withStreams(options(hellos, Duration.ofSeconds(10), Duration.ofSeconds(2)), clock::get);
    }

    static EncodedFrame large() {
        return FrameEncoder.encode(new ServerFrame.Refusal(null, Reason.INTERNAL, "x".repeat(10_000), null));
    }

    @Test
    void aSocketWithoutHelloIsClosed4104() throws IOException {
        try (var edge = EdgeFixture.withStreams(options(100, Duration.ofMillis(300), Duration.ofSeconds(60)));
                var socket = TestSocket.open(edge.port())) {
            assertThat(socket.closeCode()).isEqualTo(4104);
        }
    }

    @Test
    void halfAFrameIsNoSignOfLife() throws IOException {
        try (var edge = clocked(100);
                var socket = TestSocket.welcomed(edge.port())) {
            var frame = TestSocket.encode(true, 1, PING.getBytes(StandardCharsets.UTF_8), true);
            forward(Duration.ofMillis(1_500));
            socket.raw(Arrays.copyOf(frame, frame.length - 3));
            forward(Duration.ofSeconds(1));
            assertThat(socket.closeCode()).isEqualTo(4103);
        }
    }

    @Test
    void aClientThatPingsStays() throws IOException {
        try (var edge = clocked(100);
                var socket = TestSocket.welcomed(edge.port())) {
            for (int round = 0; round < 3; round++) {
                try (var silent = TestSocket.welcomed(edge.port())) {
                    for (int ping = 0; ping < 2; ping++) {
                        forward(Duration.ofMillis(1_500));
                        socket.text(PING);
                        socket.expect("pong");
                    }
                    // So somebody has looked for those who are silent.
                    assertThat(silent.closeCode()).isEqualTo(4103);
                }
            }
            socket.text(PING);
            socket.expect("pong");
        }
    }

    @Test
    void anAddressBeyondItsShareIsClosed4101AndAnotherIsWelcomed() throws IOException {
        try (var edge = clocked(40)) {
            var flood = new ArrayList<TestSocket>();
            for (int each = 0; each < 60; each++) {
                flood.add(TestSocket.open(edge.port()));
            }
            for (var socket : flood) {
                socket.text(TestSocket.HELLO);
            }
            var codes = new ArrayList<Integer>();
            for (var socket : flood) {
                if (socket.next() instanceof TestSocket.Heard.Closed(var code)) {
                    codes.add(code);
                }
            }
            try (var other = TestSocket.openFrom("127.0.0.2", edge.port())) {
                other.text(TestSocket.HELLO);
                other.expect("welcome");
            }
            for (var socket : flood) {
                socket.close();
            }
            // An address has a half, and no share fills again while the clock stands.
            assertThat(codes).hasSize(40).containsOnly(4101);
        }
    }

    @Test
    void aServerThatHasNothingToSayPingsAsOftenAsItsSettingSays() throws IOException {
        var options = new StreamOptions(
                100, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(5), 256, 1 << 20, 64L << 20);
        try (var edge = EdgeFixture.withStreams(options, clock::get);
                var socket = TestSocket.welcomed(edge.port())) {
            for (int ping = 0; ping < 2; ping++) {
                forward(Duration.ofSeconds(6));
                socket.expect("ping");
            }
        }
    }

    @Test
    void hellosBeyondTheBucketAreClosed4100() throws IOException {
        try (var edge = clocked(3)) {
            var codes = new ArrayList<Integer>();
            for (int each = 0; each < 8; each++) {
                try (var socket = TestSocket.open(edge.port())) {
                    socket.text(TestSocket.HELLO);
                    if (socket.next() instanceof TestSocket.Heard.Closed(var code)) {
                        codes.add(code);
                    }
                }
            }
            assertThat(codes).hasSize(5).containsOnly(4100);
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosed4102AndOthersAreServed() throws Exception {
        try (var edge = EdgeFixture.withStreams(EdgeFixture.patient());
                var stalled = TestSocket.openNarrow(edge.port(), 4_096);
                var quick = TestSocket.welcomed(edge.port())) {
            // The quick one's, which may come after its welcome.
            EdgeFixture.await(edge.endpoint.opened);
            stalled.text(TestSocket.HELLO);
            var socket = EdgeFixture.await(edge.endpoint.opened);
            var frame = large();
            int sent = 0;
            while (!socket.closed() && sent < 10_000) {
                socket.send(frame);
                sent++;
            }
            assertThat(socket.closed()).isTrue();
            edge.awaitClose(CloseCode.SLOW_CONSUMER);
            assertThat(edge.server.queuedBytes()).isZero();
            quick.text("{\"type\":\"ping\",\"t\":1}");
            assertThat(quick.expect("pong").path("t").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whenAllTogetherHoldTooMuchTheFullestIsClosed() throws Exception {
        var options = new StreamOptions(
                100, EdgeFixture.PATIENCE, Duration.ofSeconds(120), Duration.ofSeconds(25), 100_000, 64 << 20, 300_000);
        try (var edge = EdgeFixture.withStreams(options);
                var fuller = TestSocket.openNarrow(edge.port(), 4_096);
                var other = TestSocket.openNarrow(edge.port(), 4_096)) {
            fuller.text(TestSocket.HELLO);
            var first = EdgeFixture.await(edge.endpoint.opened);
            other.text(TestSocket.HELLO);
            var second = EdgeFixture.await(edge.endpoint.opened);
            int sent = 0;
            while (!first.closed() && sent < 20_000) {
                first.send(large());
                sent++;
                if (sent % 10 == 0) {
                    second.send(ServerFrame.Presence.toVisitors(true));
                }
            }
            assertThat(first.closed()).isTrue();
            assertThat(second.closed()).isFalse();
        }
    }

    @Test
    void aClientThatFloodsIsReadNoFasterThanItIsServed() throws Exception {
        try (var edge = EdgeFixture.withStreams(EdgeFixture.patient());
                var socket = TestSocket.welcomed(edge.port())) {
            edge.endpoint.gate = new CountDownLatch(1);
            var writer = Thread.ofVirtual().start(() -> flood(socket));
            assertThat(writer.join(Duration.ofSeconds(2))).isFalse();
            edge.endpoint.gate.countDown();
            assertThat(writer.join(EdgeFixture.PATIENCE)).isTrue();
            assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(1);
        }
    }

    /// Far more than socket buffers hold.
    private static void flood(TestSocket socket) {
        var filler = "{\"type\":\"typing\",\"conversation\":\"018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01\",\"active\":true,"
                + "\"x\":\"" + "y".repeat(50_000) + "\"}";
        try {
            for (int each = 0; each < 400; each++) {
                socket.text(filler);
            }
            socket.text("{\"type\":\"ping\",\"t\":1}");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    // More than the buffers between the two hold, which are the system's own: with a narrow one loopback drops
    // what does not fit, and each repeat waits twice as long.
    @Test
    void aLongAnswerIsWrittenPartByPartAsTheClientReads() throws Exception {
        try (var edge = EdgeFixture.withStreams(EdgeFixture.patient());
                var client = TestSocket.open(edge.port())) {
            client.text(TestSocket.HELLO);
            var socket = EdgeFixture.await(edge.endpoint.opened);
            var parts = Thread.ofVirtual().start(() -> writeParts(socket));
            client.expect("welcome");
            for (int part = 0; part < PARTS; part++) {
                assertThat(client.expect("error").path("message").asString()).hasSize(100_000);
            }
            assertThat(parts.join(EdgeFixture.PATIENCE)).isTrue();
            assertThat(socket.closed()).isFalse();
        }
    }

    private static void writeParts(FrameSocket socket) {
        try {
            for (int part = 0; part < PARTS; part++) {
                socket.send(new ServerFrame.Refusal(null, Reason.INTERNAL, "x".repeat(100_000), null));
                assertThat(socket.awaitDrained(EdgeFixture.PATIENCE)).isTrue();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void drainingTellsEveryoneThenCloses4200AndLetsNobodyIn() throws Exception {
        try (var edge = EdgeFixture.withStreams(EdgeFixture.patient());
                var one = TestSocket.welcomed(edge.port());
                var stalled = TestSocket.openNarrow(edge.port(), 4_096)) {
            stalled.text(TestSocket.HELLO);
            var draining = Thread.ofVirtual().start(() -> drain(edge.server));
            assertThat(one.expect("drain").path("windowMs").asInt()).isEqualTo(5_000);
            assertThat(one.closeCode()).isEqualTo(4200);
            assertThat(draining.join(EdgeFixture.PATIENCE.plusSeconds(10))).isTrue();
            assertThat(edge.server.openStreams()).isZero();
            try (var late = TestSocket.open(edge.port())) {
                assertThat(late.status()).isEqualTo(503);
                assertThat(late.answer()).containsIgnoringCase("retry-after: 1");
            }
        }
    }

    private static void drain(EdgeServer server) {
        try {
            server.drain(Duration.ofSeconds(5), EdgeFixture.PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theWelcomeFitsTheLimitsOfTheProtocol() {
        assertThat(Limits.VERSION_1).isEqualTo(new Limits(10_000, 65_536, 10));
    }
}
