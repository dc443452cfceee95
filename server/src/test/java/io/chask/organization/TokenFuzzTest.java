package io.chask.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Whatever stands in a token's or an origin's place is one, or none.
final class TokenFuzzTest {

    static void read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        Token.parse(text).ifPresent(token -> {
            assertThat(token.hash()).hasSize(32);
            assertThat(Token.parse(token.text())).contains(token);
            assertThat(token.toString()).doesNotContain(token.secret());
        });
        Origin.parse(text)
                .ifPresent(origin -> assertThat(Origin.parse(origin.value())).contains(origin));
        Origin.parseAllowed(text);
    }

    @Test
    void brokenTokensAndOriginsAreReadOrRefused() {
        Mutations.of("organization/TokenFuzzingInputs/tokens").run(20_000, TokenFuzzTest::read);
    }
}
