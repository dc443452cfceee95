package io.chask.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.ClientFrame;
import io.chask.wire.Decoded;
import io.chask.wire.FrameDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The load's frames, by hand for speed, against the golden ones and the server's own decoder.
final class FrameTest {

    private static final Path GOLDEN = Path.of("..", "wire", "frames", "server");
    private static final UUID ID = UUID.fromString("018f3c5e-7a10-4c3e-9b1a-0c6f5d2e4a01");
    private static final UUID CONVERSATION = UUID.fromString("018f3c5e-7a10-4c3e-9b1a-0c6f5d2e4a02");

    static List<Path> golden() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    /// As the server writes it: without spaces.
    private static ByteBuf bytes(JsonNode frame) {
        return Unpooled.copiedBuffer(JsonMapper.shared().writeValueAsString(frame), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theTypeOfEveryFrameOfTheServerIsFound(Path file) throws IOException {
        var frame = read(file);
        assertThat(Frame.type(bytes(frame))).isEqualTo(frame.get("type").asString());
    }

    @Test
    void theIdAndSequenceOfAMessageAreFound() throws IOException {
        var frame = read(GOLDEN.resolve("message-user-attachment.json"));
        assertThat(Frame.id(bytes(frame)))
                .hasToString(frame.get("message").get("id").asString());
        assertThat(Frame.sequence(bytes(frame))).isEqualTo(frame.get("sequence").asLong());
    }

    @Test
    void theServerUnderstandsWhatTheLoadSays() {
        assertThat(decoded(Frame.send(ID, CONVERSATION, "Hello")))
                .isEqualTo(new ClientFrame.Send(ID, CONVERSATION, "Hello", List.of(), null));
        assertThat(decoded(Frame.mark("watch", CONVERSATION, "after", 0)))
                .isEqualTo(new ClientFrame.Watch(CONVERSATION, 0));
        assertThat(decoded(Frame.mark("ack", CONVERSATION, "sequence", 3)))
                .isEqualTo(new ClientFrame.Ack(CONVERSATION, 3));
        assertThat(decoded(Frame.ping())).isInstanceOf(ClientFrame.Ping.class);
        assertThat(decoded(Frame.hello("token"))).isInstanceOf(ClientFrame.Hello.class);
        assertThat(decoded(Frame.hello("token", ID.toString(), CONVERSATION, 0)))
                .isInstanceOfSatisfying(
                        ClientFrame.Hello.class,
                        hello -> assertThat(hello.resume()).isNotNull());
    }

    private static ClientFrame decoded(byte[] frame) {
        if (FrameDecoder.decode(frame) instanceof Decoded.Frame(ClientFrame understood)) {
            return understood;
        }
        throw new AssertionError("not understood: " + new String(frame, StandardCharsets.UTF_8));
    }
}
