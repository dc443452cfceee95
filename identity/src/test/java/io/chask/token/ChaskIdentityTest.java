package io.chask.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server's own tests verify the signature (RecipesTest); here is what the token says. */
final class ChaskIdentityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    private final ChaskIdentity chask = new ChaskIdentity("org", "secret", Duration.ofMinutes(5), CLOCK);

    private static String claims(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))),
                StandardCharsets.UTF_8);
    }

    @Test
    void tokenNamesUserOrganizationAndTimes() {
        assertThat(claims(chask.token("u-1")))
                .isEqualTo("{\"sub\":\"u-1\",\"aud\":\"org\",\"iat\":1700000000,\"exp\":1700000300}");
    }

    @Test
    void textsAreQuoted() {
        var token = chask.token("u-1", Map.of("name", "A\"\\\n\u0001é\ud83d\ude00"));
        assertThat(claims(token)).startsWith("{\"name\":\"A\\\"\\\\\\u000a\\u0001é\\ud83d\\ude00\",");
    }

    @Test
    void dataCannotReplaceWhatTheTokenIsFor() {
        assertThat(claims(chask.token("u-1", Map.of("aud", "other", "sub", "x"))))
                .contains("\"aud\":\"org\"", "\"sub\":\"u-1\"")
                .doesNotContain("other");
    }

    @Test
    void senselessIdsAndLifetimesAreRefused() {
        assertThatThrownBy(() -> chask.token(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chask.token("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        for (var lifetime : new Duration[] {Duration.ZERO, Duration.ofHours(25)}) {
            assertThatThrownBy(() -> new ChaskIdentity("org", "secret", lifetime, CLOCK))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
