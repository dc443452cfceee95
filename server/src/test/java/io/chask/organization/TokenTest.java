package io.chask.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenTest {

    private static final UUID ORGANIZATION = UUID.fromString("01a2b3c4-0000-7000-8000-00000000000f");

    @Test
    void aTokenIsReadBackFromItsText() {
        Token token =
                Token.create(ORGANIZATION, RandomGeneratorFactory.getDefault().create(7));

        assertThat(Token.parse(token.text())).contains(token);
        assertThat(token.text())
                .startsWith("01a2b3c4-0000-7000-8000-00000000000f.")
                .hasSize(80);
        assertThat(token.hash()).hasSize(32).isEqualTo(token.hash());
    }

    @Test
    void aTokenDoesNotShowItsSecretByAccident() {
        Token token =
                Token.create(ORGANIZATION, RandomGeneratorFactory.getDefault().create(7));

        assertThat(token.toString()).doesNotContain(token.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "01a2b3c4-0000-7000-8000-00000000000f",
                "01a2b3c4-0000-7000-8000-00000000000f.short",
                "01A2B3C4-0000-7000-8000-00000000000F.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1-1-1-1-1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "01a2b3c4-0000-7000-8000-00000000000f.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=",
                "01a2b3c4-0000-7000-8000-00000000000f.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
            })
    void whatDoesNotHaveTheFormIsNoToken(String text) {
        assertThat(Token.parse(text)).isEmpty();
    }
}
