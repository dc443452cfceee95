package io.chask.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.GoldenFrames.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GoldenFramesTest {
    static List<Golden> client() {
        return GoldenFrames.of("client");
    }

    static List<Golden> server() {
        return GoldenFrames.of("server");
    }

    static List<Golden> invalid() {
        return GoldenFrames.of("invalid");
    }

    @ParameterizedTest
    @MethodSource("client")
    void aClientFrameMeansWhatItsMembersSay(Golden golden) {
        var decoded = FrameDecoder.decode(golden.json().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Frame.class,
                        frame -> assertThat(reread(ClientFrameJson.of(frame.frame())))
                                .isEqualTo(reread(golden.json())));
    }

    @ParameterizedTest
    @MethodSource("server")
    void aServerFrameIsWrittenExactlyAsTheGoldenOne(Golden golden) {
        var written = FrameEncoder.encode(ServerFrameJson.read(golden.json()));
        assertThat(JsonMapper.shared().readTree(written.bytes())).isEqualTo(reread(golden.json()));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void aMisbehavingClientGetsTheAnswerOfTheGoldenOne(Golden golden) {
        var text = golden.json().path("text").asString().getBytes(StandardCharsets.UTF_8);
        switch (FrameDecoder.decode(text)) {
            case Decoded.Close close ->
                assertThat(close.code().number())
                        .isEqualTo(golden.json().path("closes").asInt());
            case Decoded.Refused refused ->
                assertContains(refused, golden.json().path("error"));
            case Decoded.Ignored _ ->
                assertThat(golden.json().path("ignored").asBoolean()).isTrue();
            case Decoded.Frame frame -> throw new AssertionError("accepted: " + frame);
        }
    }

    private static void assertContains(Decoded.Refused refused, JsonNode expected) {
        assertThat(expected.isMissingNode()).isFalse();
        var written = JsonMapper.shared()
                .readTree(FrameEncoder.encode(refused.answer()).bytes());
        expected.properties()
                .forEach(member -> assertThat(written.path(member.getKey())).isEqualTo(member.getValue()));
    }

    /// Long and int nodes of the same number are unequal, so both sides go through text.
    private static JsonNode reread(JsonNode json) {
        return JsonMapper.shared().readTree(json.toString());
    }

    @Test
    void everyFrameHasAGoldenExample() {
        assertThat(types("client"))
                .isEqualTo(Set.of(
                        "hello",
                        "send",
                        "ack",
                        "read",
                        "catchup",
                        "watch",
                        "unwatch",
                        "typing",
                        "viewing",
                        "opened",
                        "presence",
                        "ping",
                        "pong"));
        assertThat(types("server")).hasSize(ServerFrame.class.getPermittedSubclasses().length);
    }

    private static Set<String> types(String folder) {
        return GoldenFrames.of(folder).stream()
                .map(golden -> golden.json().path("type").asString())
                .collect(Collectors.toSet());
    }
}
