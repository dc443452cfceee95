package io.chask.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Whatever a client writes is a frame, or refused.
final class FrameFuzzTest {

    static void read(byte[] bytes) {
        var decoded = FrameDecoder.decode(bytes);
        if (decoded instanceof Decoded.Frame(var frame)) {
            assertThat(FrameDecoder.decode(written(frame))).isInstanceOf(Decoded.Frame.class);
        }
    }

    private static byte[] written(ClientFrame frame) {
        return ClientFrameJson.of(frame).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void brokenFramesAreDecodedOrRefused() {
        Mutations.of("wire/FrameFuzzingInputs/frames").run(20_000, FrameFuzzTest::read);
    }
}
