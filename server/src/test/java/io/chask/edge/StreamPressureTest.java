package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamPressureTest {
    private static final int PARTS = 200;

    private static StreamOptions options(int hellos, Duration hello, Duration idle) {
        return new StreamOptions(hellos, hello, idle, Duration.ofSeconds(25), 256, 1 << 20, 64L << 20);
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
        try (var edge = EdgeFixture.withStreams(options(100, Duration.ofSeconds(10), Duration.ofMillis(400)));
                var socket = TestSocket.welcomed(edge.port())) {
            var frame = TestSocket.encode(true, 1, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8), true);
            socket.raw(Arrays.copyOf(frame, frame.length - 3));
            assertThat(socket.closeCode()).isEqualTo(4103);
        }
    }

    @Test
    void aClientThatPingsStays() throws IOException {
        try (var edge = EdgeFixture.withStreams(options(100, Duration.ofSeconds(10), Duration.ofSeconds(2)));
                var socket = TestSocket.welcomed(edge.port())) {
            long end = System.nanoTime() + 4_000_000_000L;
            while (System.nanoTime() < end) {
                socket.text("{\"type\":\"ping\"}");
                socket.expect("pong");
            }
            assertThat(edge.closeCodes).isEmpty();
        }
    }

    @Test
    void anAddressBeyondItsShareIsClosed4101AndAnotherIsWelcomed() throws IOException {
        try (var edge = EdgeFixture.withStreams(options(40, Duration.ofSeconds(10), Duration.ofSeconds(60)))) {
            var flood = new ArrayList<TestSocket>();
            for (int each = 0; each < 60; each++) {
                flood.add(TestSocket.open(edge.port()));
            }
            for (var socket : flood) {
                socket.text(TestSocket.HELLO);
            }
            try (var other = TestSocket.openFrom("127.0.0.2", edge.port())) {
                other.text(TestSocket.HELLO);
                other.expect("welcome");
            }
            var codes = new ArrayList<Integer>();
            for (var socket : flood) {
                // A share fills again while the flood goes on, so some of the late ones are welcomed.
                if (socket.next() instanceof TestSocket.Heard.Closed(var code)) {
                    codes.add(code);
                }
                socket.close();
            }
            assertThat(codes).isNotEmpty().containsOnly(4101);
        }
    }

    @Test
    void aServerThatHasNothingToSayPingsAsOftenAsItsSettingSays() throws IOException {
        var options = new StreamOptions(
                100, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(100), 256, 1 << 20, 64L << 20);
        try (var edge = EdgeFixture.withStreams(options);
                var socket = TestSocket.welcomed(edge.port())) {
            socket.expect("ping");
            socket.expect("ping");
        }
    }

    @Test
    void hellosBeyondTheBucketAreClosed4100() throws IOException {
        try (var edge = EdgeFixture.withStreams(options(3, Duration.ofSeconds(10), Duration.ofSeconds(60)))) {
            int refused = 0;
            for (int each = 0; each < 8; each++) {
                try (var socket = TestSocket.open(edge.port())) {
                    socket.text(TestSocket.HELLO);
                    if (socket.next() instanceof TestSocket.Heard.Closed(var code)) {
                        assertThat(code).isEqualTo(4100);
                        refused++;
                    }
                }
            }
            // At most three are admitted at once; the slower the machine, the more later.
            assertThat(refused).isBetween(1, 5);
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosed4102AndOthersAreServed() throws Exception {
        try (var edge = EdgeFixture.withStreams(EdgeFixture.patient());
                var stalled = TestSocket.openNarrow(edge.port(), 4_096);
                var quick = TestSocket.welcomed(edge.port())) {
            edge.endpoint.opened.clear();
            stalled.text(TestSocket.HELLO);
            var socket = edge.endpoint.opened.poll(5, TimeUnit.SECONDS);
            var frame = large();
            int sent = 0;
            while (!socket.closed() && sent < 10_000) {
                socket.send(frame);
                sent++;
            }
            assertThat(socket.closed()).isTrue();
            assertThat(edge.closeCodes.poll(5, TimeUnit.SECONDS)).isEqualTo(4102);
            assertThat(edge.server.queuedBytes()).isZero();
            quick.text("{\"type\":\"ping\",\"t\":1}");
            assertThat(quick.expect("pong").path("t").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whenAllTogetherHoldTooMuchTheFullestIsClosed() throws Exception {
        var options = new StreamOptions(
                100,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(25),
                100_000,
                64 << 20,
                300_000);
        try (var edge = EdgeFixture.withStreams(options);
                var fuller = TestSocket.openNarrow(edge.port(), 4_096);
                var other = TestSocket.openNarrow(edge.port(), 4_096)) {
            fuller.text(TestSocket.HELLO);
            var first = edge.endpoint.opened.poll(5, TimeUnit.SECONDS);
            other.text(TestSocket.HELLO);
            var second = edge.endpoint.opened.poll(5, TimeUnit.SECONDS);
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
            assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
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
            var socket = edge.endpoint.opened.poll(5, TimeUnit.SECONDS);
            var parts = Thread.ofVirtual().start(() -> writeParts(socket));
            client.expect("welcome");
            for (int part = 0; part < PARTS; part++) {
                assertThat(client.expect("error").path("message").asString()).hasSize(100_000);
            }
            assertThat(parts.join(Duration.ofSeconds(5))).isTrue();
            assertThat(socket.closed()).isFalse();
        }
    }

    private static void writeParts(FrameSocket socket) {
        try {
            for (int part = 0; part < PARTS; part++) {
                socket.send(new ServerFrame.Refusal(null, Reason.INTERNAL, "x".repeat(100_000), null));
                assertThat(socket.awaitDrained(Duration.ofSeconds(10))).isTrue();
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
            assertThat(draining.join(Duration.ofSeconds(10))).isTrue();
            assertThat(edge.server.openStreams()).isZero();
            try (var late = TestSocket.open(edge.port())) {
                assertThat(late.status()).isEqualTo(503);
                assertThat(late.answer()).containsIgnoringCase("retry-after: 1");
            }
        }
    }

    private static void drain(EdgeServer server) {
        try {
            server.drain(Duration.ofSeconds(5), Duration.ofSeconds(8));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theWelcomeFitsTheLimitsOfTheProtocol() {
        assertThat(Limits.VERSION_1).isEqualTo(new Limits(10_000, 65_536, 10));
    }
}
