package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// S17: on every way in, what only looks like the right secret opens nothing.
final class WaysInTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String BEARER = "Bearer ";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Shop other = server.shop();
    private final Http nobody = Http.anonymous(server);

    /// Of the right form, and some of them once true.
    private List<String> wrongTokens() {
        var token = shop.agentToken();
        var secret = token.substring(token.indexOf('.') + 1);
        return List.of(
                other.id() + "." + secret,
                shop.id() + "." + "A".repeat(43),
                token.substring(0, token.length() - 1),
                token + "A",
                token.toUpperCase(Locale.ROOT),
                secret,
                shop.guest().token(),
                shop.key().value());
    }

    @Test
    void s17ThePasswordOfAnotherAndNearlyTheRightOneOpenNothing() {
        for (var password : List.of(
                RunningServer.PASSWORD + " ", RunningServer.PASSWORD.toUpperCase(Locale.ROOT), "null", "' or '1'='1")) {
            nobody.post("/v1/sessions", Map.of("email", shop.email(), "password", password))
                    .expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        }
        nobody.post("/v1/sessions", Map.of("email", "%", "password", RunningServer.PASSWORD))
                .expectProblem(401, AUTH, "CREDENTIALS_INVALID");
    }

    @Test
    void s17AWrongBearerTokenOpensNothing() {
        for (var token : wrongTokens()) {
            nobody.with("Authorization", BEARER + token)
                    .get("/v1/conversations")
                    .expectProblem(401, AUTH, "TOKEN_INVALID");
        }
    }

    @Test
    void s17AWrongCookieOpensNothing() {
        for (var token : wrongTokens()) {
            nobody.with("Cookie", "chask_session=" + token)
                    .get("/v1/conversations")
                    .expectProblem(401, AUTH, "TOKEN_INVALID");
        }
    }

    @Test
    void s17AnAgentsTokenIsNoVisitors() {
        nobody.with("Origin", RunningServer.ORIGIN)
                .with("Authorization", BEARER + shop.agentToken())
                .get("/v1/widget/conversations")
                .expectProblem(401, AUTH, "TOKEN_INVALID");
    }

    @Test
    void s17AWrongTicketOpensNoStream() {
        var ticket = shop.agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        for (var wrong : List.of(
                "ticket." + shop.agentToken(),
                ticket + "A",
                "ticket.",
                "ticket." + other.id() + ticket.substring(43))) {
            try (var stream = StreamClient.open(server, server.ownOrigin())) {
                stream.hello(wrong);
                assertThat(stream.awaitClose()).as(wrong).isEqualTo(4004);
            }
        }
    }

    @Test
    void s17AWrongInvitationOpensNothing() {
        var wanted = Map.of("email", "w@shop.example", "role", "agent", "locale", "en");
        var link = shop.agent().post("/v1/invitations", wanted).expect(201).at("/link");
        var token = link.substring(link.lastIndexOf('/') + 1);
        for (var wrong : List.of(
                token + "A",
                other.id() + token.substring(36),
                shop.agentToken(),
                shop.guest().token())) {
            var body = Map.of("token", wrong, "name", "Guest", "password", "quiet mountain river");
            nobody.post("/v1/invitations/accept", body).expectProblem(403, AUTH, "INVITATION_INVALID");
        }
    }

    @Test
    void s17AWrongMetricsTokenOpensNothing() {
        for (var wrong : List.of("wrong", RunningServer.METRICS_TOKEN + "x", shop.agentToken())) {
            nobody.with("Authorization", BEARER + wrong).get("/metrics").expectProblem(403, AUTH, "ACCESS_DENIED");
        }
    }
}
