package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// S27: the console's cookie cannot be read by a script nor used by another site.
final class ConsoleCookieTest {

    private static final String MISSING = "CONSOLE_HEADER_MISSING";

    private final RunningServer server = RunningServer.shared();
    private final AccessCast cast = new AccessCast();

    private Answer signIn(Http http) {
        return http.post(
                        "/v1/sessions",
                        Map.of("email", cast.shop().email(), "password", RunningServer.PASSWORD, "cookie", true))
                .expect(201);
    }

    private Http console() {
        var cookie = signIn(Http.anonymous(server)).header("Set-Cookie");
        return Http.anonymous(server).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    @Test
    void s27CookieIsHttpOnlyStrictAndSecureBehindTls() {
        assertThat(signIn(Http.anonymous(server)).header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Domain=");
        try (var behindProxy = RunningServer.start(Map.of("--trusted-proxies", "127.0.0.1"))) {
            var shop = behindProxy.shop();
            var answer = Http.anonymous(behindProxy)
                    .with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-For", "203.0.113.9")
                    .post(
                            "/v1/sessions",
                            Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "cookie", true));
            assertThat(answer.expect(201).header("Set-Cookie")).contains("; Secure");
        }
    }

    /// Operations that change something and that the cookie signs in to.
    private static List<String> changes() {
        return Contract.instance().operations().stream()
                .filter(operation ->
                        !operation.startsWith("GET ") && Contract.instance().takesCookie(operation))
                .toList();
    }

    @Test
    void s27EveryChangeByTheCookieAloneIsForbidden() {
        var console = console();
        assertThat(changes()).hasSizeGreaterThan(5);
        for (var operation : changes()) {
            var parts = operation.split(" ", 2);
            var answer = console.send(parts[0], cast.targets().path(parts[1]), null, new byte[0]);
            assertThat(answer.status()).as(operation).isEqualTo(403);
            assertThat(answer.at("/reason")).as(operation).isEqualTo(MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void s27BodyThatAFormOfAForeignPageCanSendIsForbidden(String type) {
        var console = console().with("Origin", "https://evil.example");
        for (var operation : changes()) {
            var parts = operation.split(" ", 2);
            var body = "{\"content\":\"x\"}".getBytes(StandardCharsets.UTF_8);
            console.send(parts[0], cast.targets().path(parts[1]), type, body).expectProblem(403, "AUTH_ERROR", MISSING);
        }
    }
}
