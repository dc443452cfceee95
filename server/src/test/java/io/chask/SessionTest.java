package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Visitors' sessions.
final class SessionTest {

    private static final String SESSION = "/v1/widget/session";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    @Test
    void repeatedRequestGivesTheSameVisitorAndToken() {
        var body = shop.sessionBody();
        var first = shop.page().post(SESSION, body).expect(200);
        var second = shop.page().post(SESSION, body).expect(200);
        assertThat(second.at("/visitorToken")).isEqualTo(first.at("/visitorToken"));
        assertThat(second.at("/visitor/visitorId")).isEqualTo(first.at("/visitor/visitorId"));
    }

    @Test
    void sessionWithoutARequestIsBegunAndEachIsAnotherVisitor() {
        var body =
                Map.of("apiKey", shop.key().value(), "organizationId", shop.id().toString());
        var first = shop.page().post(SESSION, body).expect(200);
        var second = shop.page().post(SESSION, body).expect(200);
        assertThat(second.at("/visitor/visitorId")).isNotEqualTo(first.at("/visitor/visitorId"));
    }

    @Test
    void requestThatIsNoUuidIsRefusedByName() {
        var body = new HashMap<>(shop.sessionBody());
        body.put("request", "first");
        var answer = shop.page().post(SESSION, body).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        assertThat(answer.at("/fields/0/field")).isEqualTo("request");
    }

    @Test
    void requestRepeatedAfterTenMinutesGivesAnotherVisitor() {
        var body = shop.sessionBody();
        var first = shop.page().post(SESSION, body).expect(200);
        server.database()
                .execute("update visitor set created_at = created_at - interval '11 minutes' where id = '"
                        + first.at("/visitor/visitorId") + "'");
        var second = shop.page().post(SESSION, body).expect(200);
        assertThat(second.at("/visitorToken")).isNotEqualTo(first.at("/visitorToken"));
        assertThat(second.at("/visitor/visitorId")).isNotEqualTo(first.at("/visitor/visitorId"));
    }

    @Test
    void requestRepeatedAfterLogoutDoesNotReviveTheToken() {
        var body = shop.sessionBody();
        var first = shop.page().post(SESSION, body).expect(200);
        shop.page()
                .with("Authorization", "Bearer " + first.at("/visitorToken"))
                .post("/v1/widget/logout")
                .expect(204);
        var second = shop.page().post(SESSION, body).expect(200);
        assertThat(second.at("/visitorToken")).isNotEqualTo(first.at("/visitorToken"));
    }

    @Test
    void keptTokenContinuesTheVisitorsSession() {
        var guest = shop.guest();
        var conversation = guest.conversation(2);
        var body = new HashMap<>(shop.sessionBody());
        body.putAll(Map.of(
                "visitorToken", guest.token(),
                "locale", "pt-BR",
                "page",
                        Map.of(
                                "url",
                                "https://shop.example/cart",
                                "title",
                                "Cart",
                                "referrer",
                                "https://search.example")));
        var session = shop.page().post(SESSION, body).expect(200);
        assertThat(session.at("/visitorToken")).isEqualTo(guest.token());
        assertThat(session.at("/visitor/locale")).isEqualTo("pt-BR");
        assertThat(session.at("/conversations/0/id")).isEqualTo(conversation.toString());
        assertThat(session.json().at("/conversations/0/lastSequence").asInt()).isEqualTo(2);
        var seen = shop.agent().get("/v1/conversations/" + conversation).expect(200);
        assertThat(seen.at("/visitor/page/title")).isEqualTo("Cart");
    }

    @Test
    void unknownTokenOrOneOfAnotherOrganizationBeginsAnew() {
        for (var token : new String[] {"nonsense", server.shop().guest().token()}) {
            var body = new HashMap<>(shop.sessionBody());
            body.put("visitorToken", token);
            assertThat(shop.page().post(SESSION, body).expect(200).at("/visitorToken"))
                    .isNotEqualTo(token)
                    .startsWith(shop.id().toString());
        }
    }

    @Test
    void settingsAndRefusedSessionsWriteNoRow() {
        var before = visitors();
        shop.page().get(shop.settings()).expect(200);
        shop.page().with("Origin", "https://foreign.example").post(SESSION, shop.sessionBody());
        assertThat(visitors()).isEqualTo(before);
    }

    private long visitors() {
        return server.database()
                .application()
                .inOrganization(
                        shop.id(),
                        handle -> handle.createQuery("select count(*) from visitor")
                                .mapTo(long.class)
                                .one());
    }

    @Test
    void userDataIsChangedMemberByMember() {
        var http = shop.guest().http();
        var user = "/v1/widget/user";
        http.patch(
                        user,
                        Map.of(
                                "name",
                                "Grace",
                                "email",
                                "grace@example.com",
                                "attributes",
                                Map.of("plan", "pro", "n", 1)))
                .expect(200);
        var nulls = new HashMap<String, Object>();
        nulls.put("email", null);
        var attributes = new HashMap<String, Object>(Map.of("n", 2));
        attributes.put("plan", null);
        nulls.put("attributes", attributes);
        var changed = http.patch(user, nulls).expect(200);
        assertThat(changed.at("/name")).isEqualTo("Grace");
        assertThat(changed.json().has("email")).isFalse();
        assertThat(changed.json().at("/attributes").has("plan")).isFalse();
        assertThat(changed.json().at("/attributes/n").asInt()).isEqualTo(2);
    }

    @Test
    void agentsListShowsTheNewNameAtOnce() {
        var guest = shop.guest();
        try (var agent = shop.agentStream()) {
            var conversation = guest.conversation(1);
            // A moment ago it was told without one.
            agent.await(frame -> frame.at("/conversation").asString("").equals(conversation.toString()));
            guest.http().patch("/v1/widget/user", Map.of("name", "Grace")).expect(200);
            var row =
                    agent.await(frame -> frame.at("/visitor/name").asString("").equals("Grace"));
            assertThat(row.at("/conversation").asString()).isEqualTo(conversation.toString());
        }
    }

    @Test
    void revokedKeyEndsSessionsTokensAndStreams() {
        var guest = shop.guest();
        try (var stream = guest.stream()) {
            server.organizations().keys().revoke(shop.id(), shop.key().id(), Actor.SYSTEM, Instant.now());
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        guest.http().get("/v1/widget/conversations").expectProblem(401, "AUTH_ERROR", "TOKEN_INVALID");
        try (var stream = StreamClient.open(server, RunningServer.ORIGIN)) {
            stream.hello(guest.token());
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
    }

    @Test
    void quotaIsToldWithThePause() {
        var conversation = UUID.randomUUID();
        try (var strict = RunningServer.start(Map.of("--quota-burst", "5", "--quota-per-second", "1"));
                var stream = strict.shop().guest().stream()) {
            for (int number = 0; number < 50; number++) {
                stream.send(UUID.randomUUID(), conversation, "message " + number);
            }
            var error = stream.await("error");
            assertThat(error.at("/reason").asString()).isEqualTo("RATE_LIMITED");
            assertThat(error.at("/retryable").asBoolean()).isTrue();
            assertThat(error.at("/retryAfterMs").asLong()).isBetween(0L, 1_000L);
        }
    }
}
