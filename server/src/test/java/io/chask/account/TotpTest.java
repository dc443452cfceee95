package io.chask.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// The table of RFC 6238, appendix B, in its last six digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheStandard(long seconds, String code) {
        var time = Instant.ofEpochSecond(seconds);
        assertThat(Totp.code(SECRET, Totp.step(time))).isEqualTo(code);
        assertThat(Totp.match(SECRET, code, time)).hasValue(Totp.step(time));
    }

    @Test
    void theCodeBeforeAndTheCodeAfterCountAndNoOther() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        for (int away = -3; away <= 3; away++) {
            var code = Totp.code(SECRET, Totp.step(now) + away);
            assertThat(Totp.match(SECRET, code, now).isPresent())
                    .as("step " + away)
                    .isEqualTo(Math.abs(away) <= 1);
        }
    }

    @Test
    void spacesDoNotMatterAndAnythingElseDoes() {
        var now = Instant.ofEpochSecond(59);
        assertThat(Totp.match(SECRET, "287 082", now)).isPresent();
        assertThat(Totp.match(SECRET, "28708", now)).isEmpty();
        assertThat(Totp.match(SECRET, "2870820", now)).isEmpty();
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
        assertThat(Totp.match(SECRET, "２８７０８２", now)).isEmpty();
    }

    /// RFC 4648 §10, without the padding.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void theBase32OfTheStandard(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
