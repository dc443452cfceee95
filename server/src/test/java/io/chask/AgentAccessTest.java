package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Agents' sessions, cookies, tickets and how they end.
final class AgentAccessTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String SESSIONS = "/v1/sessions";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private Http console() {
        var answer = Http.anonymous(server)
                .post(SESSIONS, Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "cookie", true))
                .expect(201);
        assertThat(answer.json().has("token")).isFalse();
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie).startsWith("chask_session=").contains("; HttpOnly").contains("; SameSite=Strict");
        return Http.anonymous(server).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    @Test
    void s27CookieReadsAndWritesOnlyWithTheConsolesHeader() {
        var conversation = shop.guest().conversation(1);
        var path = "/v1/conversations/" + conversation;
        var cookieOnly = console();
        cookieOnly.get(path).expect(200);
        var reply = Map.of("content", "Hi");
        cookieOnly.post(path + "/messages", reply).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.post(path + "/read", Map.of("sequence", 1)).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.patch(path, Map.of("status", "resolved")).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.post("/v1/stream/tickets").expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.upload("/v1/attachments", TestFile.png()).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.delete("/v1/sessions/current").expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        cookieOnly.with("X-Chask-Console", "1").post(path + "/messages", reply).expect(201);
    }

    @Test
    void s27SimplePostOfAForeignPageIsForbidden() {
        var path = "/v1/conversations/" + UUID.randomUUID() + "/messages";
        console()
                .with("Origin", "https://evil.example")
                .send("POST", path, "text/plain", "{\"content\":\"x\"}".getBytes(StandardCharsets.UTF_8))
                .expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
    }

    @Test
    void wrongPasswordAndUnknownAddressAreAnsweredAlike() {
        var http = Http.anonymous(server);
        var wrong = http.post(SESSIONS, Map.of("email", shop.email(), "password", "wrong password"))
                .expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        var unknown = http.post(SESSIONS, Map.of("email", "nobody@shop.example", "password", "wrong password"))
                .expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        assertThat(wrong.text()).isEqualTo(unknown.text());
        http.post(SESSIONS, Map.of("email", shop.email())).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    /// Each try at another account from another address, as the header has it, which nobody believes here.
    @Test
    void s21EleventhSignInIsRefusedWhateverAddressItClaims() {
        try (var strict = RunningServer.start(Map.of("--quota-sign-ins", "10"))) {
            for (int number = 1; number <= 11; number++) {
                var answer = Http.anonymous(strict)
                        .with("X-Forwarded-For", "203.0.113." + number)
                        .post(SESSIONS, Map.of("email", number + "@shop.example", "password", "wrong password"));
                if (number <= 10) {
                    answer.expectProblem(401, AUTH, "CREDENTIALS_INVALID");
                } else {
                    answer.expectProblem(429, "SEND_ERROR", "RATE_LIMITED");
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                }
            }
        }
    }

    @Test
    void signOutEndsTokenAndStream() {
        var token = shop.agentToken();
        var agent = Http.anonymous(server).with("Authorization", "Bearer " + token);
        var ticket = agent.post("/v1/stream/tickets").expect(201).at("/ticket");
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(ticket);
            stream.await("welcome");
            agent.delete("/v1/sessions/current").expect(204);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        agent.get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
    }

    /// A page that shows another agent's desk can see by it that this browser has been signed in anew.
    @Test
    void ticketTellsWhoseStreamItOpens() {
        assertThat(shop.agent().post("/v1/stream/tickets").expect(201).at("/agentId"))
                .isEqualTo(shop.agentId().toString());
    }

    @Test
    void expiredSessionIsToldFromAnUnknownOne() {
        var agent = shop.agent();
        var ticket = agent.post("/v1/stream/tickets").expect(201).at("/ticket");
        server.database()
                .execute("update agent_session set expires_at = now() where agent_id = '" + shop.agentId() + "'");
        agent.get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_EXPIRED");
        agent.post("/v1/stream/tickets").expectProblem(401, AUTH, "TOKEN_EXPIRED");
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(ticket);
            assertThat(stream.awaitClose()).isEqualTo(4010);
        }
    }

    @Test
    void expiredTicketIsToldFromAUsedOne() {
        var agent = shop.agent();
        var ticket = agent.post("/v1/stream/tickets").expect(201).at("/ticket");
        server.database()
                .execute("update stream_ticket set expires_at = now() where agent_id = '" + shop.agentId() + "'");
        agent.post("/v1/stream/tickets").expect(201);
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(ticket);
            assertThat(stream.awaitClose()).isEqualTo(4010);
        }
    }

    @Test
    void disabledAgentIsOutAtOnceAndCannotComeBack() {
        var agent = shop.agent();
        try (var stream = shop.agentStream()) {
            server.agents().disable(shop.id(), shop.agentId(), Actor.SYSTEM);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        agent.get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
        Http.anonymous(server)
                .post(SESSIONS, Map.of("email", shop.email(), "password", RunningServer.PASSWORD))
                .expectProblem(403, AUTH, "AGENT_DISABLED");
    }

    @Test
    void changedPasswordEndsStreams() {
        try (var stream = shop.agentStream()) {
            server.agents().changePassword(shop.id(), shop.agentId(), "another good password", Actor.SYSTEM);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
    }

    @Test
    void s10TicketOpensOneStreamOnly() {
        var ticket = shop.agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        try (var first = StreamClient.open(server, server.ownOrigin());
                var second = StreamClient.open(server, server.ownOrigin())) {
            first.hello(ticket);
            assertThat(first.await("welcome").at("/conversations").size()).isZero();
            second.hello(ticket);
            assertThat(second.awaitClose()).isEqualTo(4004);
        }
    }

    @Test
    void s10AgentsTokenIsNoTicket() {
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(shop.agentToken());
            assertThat(stream.awaitClose()).isIn(4003, 4004);
        }
    }

    @Test
    void twentyFirstWatchedConversationIsRefused() {
        var guest = shop.guest();
        try (var agent = shop.agentStream()) {
            for (int number = 1; number <= 21; number++) {
                var conversation = guest.conversation(1);
                agent.watch(conversation, 0);
                if (number == 21) {
                    var error = agent.await("error");
                    assertThat(error.at("/reason").asString()).isEqualTo("TOO_MANY_WATCHED");
                    assertThat(error.at("/ref").asString()).isEqualTo(conversation.toString());
                } else {
                    agent.await("sync");
                }
            }
        }
    }

    @Test
    void listIsPagedByACursorThatNothingNewDisturbs() {
        var guest = shop.guest();
        var oldest = guest.conversation(1);
        var middle = guest.conversation(1);
        var newest = guest.conversation(1);
        var agent = shop.agent();
        var first = agent.get("/v1/conversations?limit=2").expect(200);
        assertThat(first.at("/conversations/0/id")).isEqualTo(newest.toString());
        assertThat(first.at("/conversations/1/id")).isEqualTo(middle.toString());
        guest.conversation(1);
        var second = agent.get("/v1/conversations?limit=2&cursor=" + first.at("/next"))
                .expect(200);
        assertThat(second.at("/conversations/0/id")).isEqualTo(oldest.toString());
        assertThat(second.json().at("/next").isNull()).isTrue();
        agent.get("/v1/conversations?cursor=x").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        agent.get("/v1/conversations?cursor=" + cursor("+999999999-01-01T00:00:00Z|" + oldest))
                .expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        agent.get("/v1/conversations?status=closed").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    /// A cursor that somebody has made himself, of a year that no database knows.
    private static String cursor(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
