package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamHandshakeTest {
    private EdgeFixture edge;

    @BeforeAll
    void start() {
        edge = EdgeFixture.withStreams(EdgeFixture.patient());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    @Test
    void theSubprotocolIsEchoedAndNoExtensionIsNegotiated() throws IOException {
        var headers = TestSocket.upgradeHeaders(edge.port());
        headers.put("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");
        try (var socket = TestSocket.open(edge.port(), headers)) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.answer().toLowerCase(Locale.ROOT))
                    .contains("sec-websocket-protocol: chask.v1\r\n")
                    .contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=\r\n")
                    .doesNotContain("sec-websocket-extensions");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Protocol, other, 400",
        "Sec-WebSocket-Version, 8, 400",
        "Sec-WebSocket-Key, short, 400",
        "Upgrade, h2c, 400",
        "Connection, keep-alive, 400",
        "Origin, https://evil.example, 403",
    })
    void aFaultyUpgradeIsRefusedBeforeAnyFrame(String header, String value, int status) throws IOException {
        var headers = TestSocket.upgradeHeaders(edge.port());
        headers.put(header, value);
        try (var socket = TestSocket.open(edge.port(), headers)) {
            assertThat(socket.status()).isEqualTo(status);
            assertThat(socket.answer()).contains("application/problem+json");
        }
    }

    @Test
    void aPlainGetOfTheStreamIsAProblem() {
        var answer = edge.get("/v1/stream");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void framesOfOnePacketAreAllTaken() throws IOException {
        try (var socket = TestSocket.open(edge.port())) {
            var hello = TestSocket.encode(true, 1, TestSocket.HELLO.getBytes(StandardCharsets.UTF_8), true);
            var ping = TestSocket.encode(true, 1, "{\"type\":\"ping\",\"t\":5}".getBytes(StandardCharsets.UTF_8), true);
            var both = new byte[hello.length + ping.length];
            System.arraycopy(hello, 0, both, 0, hello.length);
            System.arraycopy(ping, 0, both, hello.length, ping.length);
            socket.raw(both);
            assertThat(socket.expect("pong").path("t").asInt()).isEqualTo(5);
        }
    }

    @Test
    void aRefusedHelloIsClosedWithItsCode() throws IOException {
        try (var socket = TestSocket.open(edge.port())) {
            socket.text(TestSocket.HELLO.replace("visitor", "refused"));
            assertThat(socket.closeCode()).isEqualTo(4004);
        }
    }

    @Test
    void theSessionHearsOfTheEndOnce() throws Exception {
        var own = EdgeFixture.withStreams(EdgeFixture.patient());
        try (own;
                var socket = TestSocket.welcomed(own.port())) {
            assertThat(own.server.openStreams()).isEqualTo(1);
            socket.close();
            assertThat(EdgeFixture.await(own.endpoint.ended)).isNotNull();
        }
        assertThat(own.endpoint.ended).isEmpty();
    }

    @Test
    void aClientsCloseIsEchoed() throws IOException {
        try (var socket = TestSocket.welcomed(edge.port())) {
            socket.frame(true, 8, new byte[] {0x03, (byte) 0xe8});
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
    }
}
