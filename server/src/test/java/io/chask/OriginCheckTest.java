package io.chask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.audit.Actor;
import io.chask.organization.Origin;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// S10, and what pages of other origins may read.
final class OriginCheckTest {

    private static final String AUTH = "AUTH_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://foreign.example",
                "null",
                "https://shop.example.evil.tld",
                "https://shop.example:8443",
                "http://shop.example",
                "https://evil.tld/https://shop.example",
                "file://"
            })
    void s10UpgradeFromAnotherOriginIsForbidden(@Nullable String origin) {
        assertThatThrownBy(() -> StreamClient.open(server, origin))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void originOfAnotherOrganizationIsClosedAtHello() {
        server.organizations()
                .create(
                        "Other",
                        List.of(Origin.parse("https://other.example").orElseThrow()),
                        Actor.SYSTEM,
                        Instant.now());
        var guest = shop.guest();
        try (var stream = StreamClient.open(server, "https://other.example")) {
            stream.hello(guest.token());
            assertThat(stream.awaitClose()).isEqualTo(4003);
        }
    }

    @Test
    void s10AgentsStreamOpensOnlyFromTheServersOwnPages() {
        var ticket = shop.agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        try (var stream = StreamClient.open(server, RunningServer.ORIGIN)) {
            stream.hello(ticket);
            assertThat(stream.awaitClose()).isEqualTo(4003);
        }
        shop.page()
                .post("/v1/stream/sse", Map.of("type", "hello", "v", 1, "token", ticket, "client", "test/1"))
                .expectProblem(403, AUTH, "ORIGIN_NOT_ALLOWED");
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(ticket);
            stream.await("welcome");
        }
    }

    @Test
    void foreignPageIsRefusedAndCanReadWhy() {
        var foreign = Http.anonymous(server).with("Origin", "https://foreign.example");
        var answer = foreign.get(shop.settings()).expectProblem(403, AUTH, "ORIGIN_NOT_ALLOWED");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://foreign.example");
        foreign.post("/v1/widget/session", shop.sessionBody()).expectProblem(403, AUTH, "ORIGIN_NOT_ALLOWED");
        foreign.with("Authorization", "Bearer " + shop.guest().token())
                .get("/v1/widget/conversations")
                .expectProblem(403, AUTH, "ORIGIN_NOT_ALLOWED");
    }

    @Test
    void allowedPageMayReadWithoutCredentials() {
        var answer = shop.page().get(shop.settings()).expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(RunningServer.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void errorsAreNeverCached() {
        var answer = shop.page().get("/v1/widget/settings?organizationId=" + shop.id() + "&apiKey=x");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void loopbackPagesOfAnyPortMayBeAllowed() {
        var tenant = server.organizations()
                .create(
                        "Local",
                        List.of(Origin.parseAllowed("http://localhost:*").orElseThrow()),
                        Actor.SYSTEM,
                        Instant.now());
        var path = "/v1/widget/settings?organizationId=" + tenant.organization().id() + "&apiKey="
                + tenant.keys().getFirst().value();
        Http.anonymous(server).with("Origin", "http://localhost:5173").get(path).expect(200);
        Http.anonymous(server)
                .with("Origin", "http://localhost.evil.example:5173")
                .get(path)
                .expectProblem(403, AUTH, "ORIGIN_NOT_ALLOWED");
    }

    @Test
    void agentsRoutesAreNotReadableFromOtherOrigins() {
        var answer = shop.agent()
                .with("Origin", RunningServer.ORIGIN)
                .get("/v1/conversations")
                .expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
