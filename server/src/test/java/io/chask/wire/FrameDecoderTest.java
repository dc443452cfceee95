package io.chask.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
    private static final String CONVERSATION = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01";

    private static Decoded decode(String text) {
        return FrameDecoder.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String send(String content) {
        return "{\"type\":\"send\",\"id\":\"" + CONVERSATION + "\",\"conversation\":\"" + CONVERSATION
                + "\",\"content\":\"" + content + "\",\"attachments\":[]}";
    }

    @Test
    void membersMayComeInAnyOrderAndTheLastOfANameCounts() {
        var decoded = decode("{\"sequence\":1,\"sequence\":7,\"conversation\":\"" + CONVERSATION
                + "\",\"type\":\"ack\",\"extra\":{\"a\":[1,{\"b\":2}]}}");
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Frame.class,
                        frame -> assertThat(frame.frame())
                                .isInstanceOfSatisfying(
                                        ClientFrame.Ack.class,
                                        ack -> assertThat(ack.sequence()).isEqualTo(7)));
    }

    @Test
    void aMemberOfAnotherFrameDoesNotMatter() {
        assertThat(decode("{\"type\":\"ping\",\"content\":7,\"attachments\":{\"a\":1}}"))
                .isInstanceOf(Decoded.Frame.class);
    }

    @Test
    void absentAndNullMeanTheSame() {
        assertThat(decode("{\"type\":\"hello\",\"v\":1,\"token\":\"x\",\"client\":\"t/1\",\"resume\":null}"))
                .isInstanceOfSatisfying(
                        Decoded.Frame.class,
                        frame -> assertThat(frame.frame()).isEqualTo(new ClientFrame.Hello("x", "t/1", null, null)));
        assertThat(decode("{\"type\":\"unwatch\",\"conversation\":null}")).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void contentIsCountedInCodePoints() {
        assertThat(decode(send("👋".repeat(10_000)))).isInstanceOf(Decoded.Frame.class);
        assertThat(decode(send("👋".repeat(10_001))))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTENT_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\",\"v\":1,\"token\":\"x\",\"client\":\"t/1\",\"resume\":7}",
                "{\"type\":\"hello\",\"v\":1,\"token\":\"x\",\"client\":\"t/1\",\"resume\":{\"epoch\":\"no\",\"cursors\":{}}}",
                "{\"type\":\"hello\",\"v\":\"1\",\"token\":\"x\",\"client\":\"t/1\"}",
                "{\"type\":\"hello\",\"v\":1,\"token\":7,\"client\":\"t/1\"}",
                ""
            })
    void aFaultyHelloClosesTheStream(String text) {
        assertThat(decode(text))
                .isInstanceOfSatisfying(
                        Decoded.Close.class, close -> assertThat(close.code()).isEqualTo(CloseCode.BAD_FRAME));
    }

    @Test
    void textThatIsNotUtf8ClosesTheStream() {
        byte[][] broken = {{(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xff}};
        for (var bytes : broken) {
            var text = send("x").getBytes(StandardCharsets.UTF_8);
            var faulty = new byte[text.length + bytes.length];
            int at = send("x").indexOf("\"x\"") + 1;
            System.arraycopy(text, 0, faulty, 0, at);
            System.arraycopy(bytes, 0, faulty, at, bytes.length);
            System.arraycopy(text, at, faulty, at + bytes.length, text.length - at);
            assertThat(FrameDecoder.decode(faulty)).isInstanceOf(Decoded.Close.class);
        }
    }

    @Test
    void numbersBeyondSixtyFourBitsAreRefused() {
        assertThat(decode("{\"type\":\"ack\",\"conversation\":\"" + CONVERSATION
                        + "\",\"sequence\":99999999999999999999}"))
                .isInstanceOf(Decoded.Refused.class);
        assertThat(decode("{\"type\":\"ping\",\"t\":1.5}")).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void deepNestingEndsInAnAnswerAndNotInAFailure() {
        var text = "{\"type\":\"ping\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(decode(text)).isInstanceOf(Decoded.Close.class);
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        var random = new Random(7);
        var seeds = GoldenFrames.of("client");
        for (int round = 0; round < 20_000; round++) {
            var bytes =
                    seeds.get(random.nextInt(seeds.size())).json().toString().getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> FrameDecoder.decode(bytes)).doesNotThrowAnyException();
        }
    }
}
