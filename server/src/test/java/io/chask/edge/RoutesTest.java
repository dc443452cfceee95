package io.chask.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.wire.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private EdgeFixture edge;

    private record Body(
            @Nullable String content,
            @Nullable Integer count,
            @Nullable List<String> tags,
            @Nullable Inner inner) {}

    private record Inner(@Nullable String email) {}

    @BeforeAll
    void start() {
        edge = EdgeFixture.withRoutes(routes -> routes.group(RoutePolicy.api())
                .get(
                        "/v1/things/{id}",
                        request -> Response.json(
                                200,
                                Map.of(
                                        "id", request.pathParameter("id"),
                                        "q", request.query("q").orElse("none"),
                                        "cookie",
                                                request.cookie("chask_session").orElse("none"),
                                        "token", request.bearerToken().orElse("none"),
                                        "at", Instant.parse("2026-11-22T10:15:30.1Z"))))
                .get("/v1/things/known", _ -> Response.text(200, "text/plain", "the one"))
                .get("/v1/ids/{id}", request -> Response.json(200, Map.of("id", request.pathId("id"))))
                .post("/v1/things", request -> Response.json(201, request.json(Body.class)))
                .delete(
                        "/v1/things/{id}",
                        _ -> Response.empty(204).with(new Cookie("chask_session", "", Duration.ZERO, true)))
                .get("/v1/broken", RoutesTest::broken)
                .get(
                        "/v1/busy",
                        _ -> Response.problem(
                                Problem.of(Reason.RATE_LIMITED, "slow down").after(Duration.ofMillis(1_500))))
                .get(
                        "/v1/address",
                        request -> Response.json(
                                200, Map.of("address", request.remoteAddress().getHostAddress()))));
    }

    private static Response broken(Request request) {
        throw new IllegalStateException("jdbc:postgresql://secret" + request.path());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    @Test
    void pathQueryCookieAndTokenReachTheHandler() {
        var answer = edge.send(
                "GET",
                "/v1/things/a%20b?q=x%2By+z&q=second",
                request ->
                        request.header("Cookie", "a=b; chask_session=s3; c=d").header("Authorization", "bearer abc"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var json = EdgeFixture.json(answer);
        assertThat(json.path("id").asString()).isEqualTo("a b");
        assertThat(json.path("q").asString()).isEqualTo("x+y z");
        assertThat(json.path("cookie").asString()).isEqualTo("s3");
        assertThat(json.path("token").asString()).isEqualTo("abc");
        assertThat(json.path("at").asString()).isEqualTo("2026-11-22T10:15:30.100Z");
    }

    @Test
    void aLiteralPartWinsOverANamedOne() {
        assertThat(EdgeFixture.text(edge.get("/v1/things/known"))).isEqualTo("the one");
    }

    @Test
    void headIsAnsweredLikeGetWithoutBody() {
        var answer = edge.send("HEAD", "/v1/things/known", request -> request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("7");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anUnknownPathIsAProblem() {
        var answer = edge.get("/v1/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var json = EdgeFixture.json(answer);
        assertThat(json.path("reason").asString()).isEqualTo("NOT_FOUND");
        assertThat(json.path("type").asString()).isEqualTo("/docs/errors/#not-found");
        assertThat(json.path("retryable").asBoolean(true)).isFalse();
    }

    @Test
    void anotherMethodIsAnsweredWithThoseThereAre() {
        var answer = edge.send("PUT", "/v1/things/1", request -> request);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, DELETE, HEAD, OPTIONS");
        assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aTextThatIsNoIdIsAsUnknownAsAForeignOne() {
        assertThat(edge.get("/v1/ids/018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01").statusCode())
                .isEqualTo(200);
        assertThat(edge.get("/v1/ids/1-1-1-1-1").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnexpectedFailureTellsOnlyAnId() {
        var answer = edge.get("/v1/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(EdgeFixture.text(answer)).doesNotContain("jdbc", "IllegalState");
        assertThat(EdgeFixture.json(answer).path("detail").asString()).containsPattern("[0-9a-f-]{36}");
        assertThat(EdgeFixture.json(answer).path("code").asString()).isEqualTo("CONNECTION_ERROR");
    }

    @Test
    void aPauseIsToldInTheHeaderAndInTheBody() {
        var answer = edge.get("/v1/busy");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(EdgeFixture.json(answer).path("retryAfterMs").asInt()).isEqualTo(1_500);
        assertThat(EdgeFixture.json(answer).path("retryable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"content\":7}|400|INVALID_FIELD|content",
                "{\"count\":\"7\"}|400|INVALID_FIELD|count",
                "{\"count\":1.5}|400|INVALID_FIELD|count",
                "{\"content\":true}|400|INVALID_FIELD|content",
                "{\"tags\":[\"a\",{}]}|400|INVALID_FIELD|tags[1]",
                "{\"inner\":{\"email\":5}}|400|INVALID_FIELD|inner.email",
                "{\"content\":|400|MALFORMED_JSON|",
                "[]|400|MALFORMED_JSON|",
                "null|400|MALFORMED_JSON|",
                "{} {}|400|MALFORMED_JSON|",
                "|400|MALFORMED_JSON|",
            })
    void aFaultyBodyIsNamed(@Nullable String body, int status, String reason, @Nullable String field) {
        var answer = edge.post("/v1/things", "application/json", body == null ? "" : body);
        assertThat(answer.statusCode()).isEqualTo(status);
        var json = EdgeFixture.json(answer);
        assertThat(json.path("reason").asString()).isEqualTo(reason);
        if (field != null) {
            assertThat(json.path("fields").path(0).path("field").asString()).isEqualTo(field);
        }
    }

    @Test
    void absentMembersAreNullUnknownOnesIgnoredAndNothingIsConverted() {
        var answer = edge.post("/v1/things", "application/json; charset=utf-8", "{\"content\":\"a\",\"extra\":1}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(EdgeFixture.text(answer)).isEqualTo("{\"content\":\"a\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
    void onlyApplicationJsonIsTaken(String contentType) {
        var answer = edge.post("/v1/things", contentType, "{}");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(EdgeFixture.json(answer).path("reason").asString()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItTellsItsLengthOrNot() {
        var large = "{\"content\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(edge.post("/v1/things", "application/json", large).statusCode())
                .isEqualTo(413);
        var chunked = edge.send(
                "POST",
                "/v1/things",
                request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(
                                BodyPublishers.ofByteArrays(List.of(large.getBytes(StandardCharsets.UTF_8))))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(edge.post("/v1/things", "application/json", "{}").statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../v1/things/known",
                "/v1/%2e%2e/v1/things/known",
                "/v1/things/..;/known",
                "/v1//things/known",
                "//v1/things/known",
                "/v1/things\\known",
                "/v1/things%5cknown",
                "/v1/things%2fknown",
                "/v1/things/%00",
                "/v1/./things/known",
                "/v1/things/a;b=c",
                "/v1/things/%zz",
                "/v1/things/%c0%ae",
            })
    void s23PathsThatCouldMeanSomethingElseAreRefused(String path) throws IOException {
        assertThat(rawStatus("GET " + path + " HTTP/1.1")).isIn(400, 404);
    }

    /// Written by hand: a client library would repair these.
    private int rawStatus(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout((int) EdgeFixture.PATIENCE.toMillis());
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : List.of("/v1/things/1", "/v1/nothing", "/v1/broken")) {
            var headers = edge.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; frame-ancestors 'none'");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void aCookieIsHttpOnlyStrictAndSecure() {
        var answer = edge.send("DELETE", "/v1/things/1", request -> request);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .contains("chask_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void aForwardedAddressCountsOnlyFromATrustedProxy() {
        var direct = edge.send("GET", "/v1/address", request -> request.header("X-Forwarded-For", "203.0.113.7"));
        assertThat(EdgeFixture.json(direct).path("address").asString()).isEqualTo("127.0.0.1");
        var options =
                new EdgeOptions("127.0.0.1", 0, List.of("127.0.0.0/8", "10.0.0.0/8"), 65_536, EdgeFixture.patient());
        try (var behind = EdgeFixture.with(
                options,
                routes -> routes.group(RoutePolicy.api())
                        .get(
                                "/v1/address",
                                request -> Response.json(
                                        200,
                                        Map.of(
                                                "address",
                                                request.remoteAddress().getHostAddress()))))) {
            var answer = behind.send(
                    "GET",
                    "/v1/address",
                    request -> request.header("X-Forwarded-For", "198.51.100.1, 203.0.113.7, 10.1.2.3"));
            assertThat(EdgeFixture.json(answer).path("address").asString()).isEqualTo("203.0.113.7");
        }
    }
}
