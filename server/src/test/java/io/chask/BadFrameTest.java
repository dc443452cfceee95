package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The golden frames of `wire/frames/invalid` on a real stream: each is answered as its file says, the connection is
/// kept
/// unless it says otherwise, and nothing is stored.
final class BadFrameTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Shop shop = RunningServer.shared().shop();
    private final Guest guest = shop.guest();

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(Path.of("..", "wire", "frames", "invalid"))) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(shop.agent()
                        .get("/v1/conversations")
                        .json()
                        .at("/conversations")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("files")
    void frameIsAnsweredAsItsFileSays(Path file) {
        var golden = read(file);
        boolean first = golden.at("/text").asString().contains("\"hello\"");
        var origin = RunningServer.ORIGIN;
        try (var stream = first ? StreamClient.open(shop.server(), origin) : guest.stream()) {
            stream.sendText(golden.at("/text").asString());
            if (golden.has("closes")) {
                assertThat(stream.awaitClose()).isEqualTo(golden.at("/closes").asInt());
                return;
            }
            if (golden.has("error")) {
                var error = stream.await("error");
                assertThat(error.at("/code")).isEqualTo(golden.at("/error/code"));
                assertThat(error.at("/reason")).isEqualTo(golden.at("/error/reason"));
                assertThat(error.at("/ref")).isEqualTo(golden.at("/error/ref"));
            }
            assertThat(stream.untilPong())
                    .noneMatch(frame -> frame.at("/type").asString().equals("error"));
        }
    }

    @Test
    void frameOfOneByteTooMuchClosesTheStream() {
        try (var stream = guest.stream()) {
            var frame = "{\"type\":\"ping\",\"pad\":\"";
            stream.sendText(frame + "x".repeat(65_537 - frame.length() - 2) + "\"}");
            assertThat(stream.awaitClose()).isEqualTo(4000);
        }
    }

    @Test
    void frameOfTheGreatestLengthIsTaken() {
        try (var stream = guest.stream()) {
            var frame = "{\"type\":\"ping\",\"t\":5,\"pad\":\"";
            stream.sendText(frame + "x".repeat(65_536 - frame.length() - 2) + "\"}");
            assertThat(stream.await("pong").at("/t").asInt()).isEqualTo(5);
        }
    }
}
