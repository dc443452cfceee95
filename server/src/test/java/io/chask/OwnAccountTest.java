package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One's own password and sessions.
final class OwnAccountTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String PASSWORD = "/v1/account/password";
    private static final String MINE = "/v1/account/sessions";
    private static final String NEXT = "quiet mountain river";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private static Map<String, String> change(String present, String next) {
        return Map.of("currentPassword", present, "password", next);
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndEndsTheOtherSessionsAndTheirStreams() {
        var here = shop.agent();
        var elsewhere = shop.agent();
        var ticket = elsewhere.post("/v1/stream/tickets").expect(201).at("/ticket");
        here.post(PASSWORD, change("wrong horse battery", NEXT)).expectProblem(400, "SEND_ERROR", "PASSWORD_WRONG");
        try (var stream = StreamClient.open(server, server.ownOrigin())) {
            stream.hello(ticket);
            stream.await("welcome");
            here.post(PASSWORD, change(RunningServer.PASSWORD, NEXT)).expect(204);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        here.get(MINE).expect(200);
        elsewhere.get(MINE).expectProblem(401, AUTH, "TOKEN_INVALID");
        var old = Map.of("email", shop.email(), "password", RunningServer.PASSWORD);
        Http.anonymous(server).post("/v1/sessions", old).expectProblem(401, AUTH, "CREDENTIALS_INVALID");
        Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", shop.email(), "password", NEXT))
                .expect(201);
    }

    @Test
    void aBadPasswordIsRefusedByItsReason() {
        var agent = shop.agent();
        var refusals = new HashMap<String, String>();
        refusals.put("short", "PASSWORD_TOO_SHORT");
        refusals.put("password123", "PASSWORD_TOO_COMMON");
        refusals.put(shop.email(), "PASSWORD_PERSONAL");
        refusals.forEach((password, reason) -> {
            var refusal = agent.post(PASSWORD, change(RunningServer.PASSWORD, password))
                    .expectProblem(400, "SEND_ERROR", reason);
            assertThat(refusal.at("/fields/0/field")).isEqualTo("password");
        });
    }

    @Test
    void sessionsAreListedWithTheOneThatAsks() {
        var agent = shop.agent().with("User-Agent", "Phone");
        shop.agent();
        var listed = agent.get(MINE).expect(200);
        assertThat(listed.json().at("/sessions").size()).isEqualTo(2);
        var current = listed.json()
                .at("/sessions")
                .valueStream()
                .filter(session -> session.get("current").booleanValue())
                .toList();
        assertThat(current).hasSize(1);
        assertThat(current.getFirst().get("address").stringValue()).isEqualTo("127.0.0.1");
        assertThat(listed.text()).doesNotContain("token");
    }

    @Test
    void oneSessionOrAllOthersCanBeEnded() {
        var here = shop.agent();
        var other = shop.agent();
        var id = other.get(MINE)
                .expect(200)
                .json()
                .at("/sessions")
                .valueStream()
                .filter(session -> session.get("current").booleanValue())
                .map(session -> session.get("id").stringValue())
                .findFirst()
                .orElseThrow();
        server.shop().agent().delete(MINE + "/" + id).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        here.delete(MINE + "/" + id).expect(204);
        other.get(MINE).expectProblem(401, AUTH, "TOKEN_INVALID");
        here.delete(MINE + "/" + id).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        here.delete(MINE + "/" + UUID.randomUUID()).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        var third = shop.agent();
        here.delete(MINE).expect(204);
        third.get(MINE).expectProblem(401, AUTH, "TOKEN_INVALID");
        here.get(MINE).expect(200);
    }

    /// Session fixation: what a browser brings along is never what it is signed in by.
    @Test
    void signingInGivesANewCookieAndEndsTheSessionOfTheOldOne() {
        var chosen = shop.id() + "." + "A".repeat(43);
        var body = Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "cookie", true);
        var first = cookie(
                Http.anonymous(server).with("Cookie", "chask_session=" + chosen).post("/v1/sessions", body));
        assertThat(first).doesNotContain(chosen);
        Http.anonymous(server)
                .with("Cookie", "chask_session=" + chosen)
                .get("/v1/sessions/current")
                .expectProblem(401, AUTH, "TOKEN_INVALID");
        var second = cookie(Http.anonymous(server).with("Cookie", first).post("/v1/sessions", body));
        assertThat(second).isNotEqualTo(first);
        Http.anonymous(server)
                .with("Cookie", first)
                .get("/v1/sessions/current")
                .expectProblem(401, AUTH, "TOKEN_INVALID");
        Http.anonymous(server)
                .with("Cookie", second)
                .get("/v1/sessions/current")
                .expect(200);
    }

    private static String cookie(Answer answer) {
        var header = answer.expect(201).header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }

    @Test
    void aChangeByCookieNeedsTheConsolesHeader() {
        var body = Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "cookie", true);
        var http = Http.anonymous(server)
                .with("Cookie", cookie(Http.anonymous(server).post("/v1/sessions", body)));
        http.post(PASSWORD, change(RunningServer.PASSWORD, NEXT)).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        http.delete(MINE).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        http.post("/v1/account/totp").expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        http.patch("/v1/team", Map.of("requireSecondFactor", true)).expectProblem(403, AUTH, "CONSOLE_HEADER_MISSING");
        http.get(MINE).expect(200);
    }

    @Test
    void aNameIsChangedAndNotToNothing() {
        var agent = shop.agent();
        agent.patch("/v1/account", Map.of("name", " Grace ")).expect(204);
        assertThat(agent.get("/v1/account").expect(200).at("/name")).isEqualTo("Grace");
        for (var bad : List.of(" ", "x".repeat(400))) {
            agent.patch("/v1/account", Map.of("name", bad)).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
    }
}
