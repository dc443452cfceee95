package io.chask.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTest {

    private static Origin origin(String text) {
        return Origin.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*", "HTTPS://LocalHost:*"})
    void loopbackHostsMayBeAllowedWithAnyPort(String text) {
        assertThat(Origin.parseAllowed(text))
                .get()
                .extracting(Origin::value)
                .asString()
                .endsWith(":*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example:*",
                "http://localhost.evil.example:*",
                "http://*:*",
                "http://*",
                "http://127.0.0.2:*",
                "*",
                ":*",
                "null"
            })
    void noOtherHostMay(String text) {
        assertThat(Origin.parseAllowed(text)).isEmpty();
    }

    @Test
    void anyPortIsNoFormOfABrowsersOrigin() {
        assertThat(Origin.parse("http://localhost:*")).isEmpty();
    }

    @Test
    void loopbackOriginIsAllowedByItselfOrByAnyPort() {
        assertThat(origin("http://localhost:5173").allowedForms())
                .extracting(Origin::value)
                .containsExactly("http://localhost:5173", "http://localhost:*");
        assertThat(origin("https://shop.example:8443").allowedForms())
                .extracting(Origin::value)
                .containsExactly("https://shop.example:8443");
    }
}
