package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// S14: who proves who he is has his conversations wherever he is; nobody else has.
final class IdentityTest extends IdentityCase {

    @Test
    void agentsAreToldThatAnIdentityTokenHasIdentifiedADeviceOnce() {
        mode("optional");
        var guest = identified("told");
        session(guest.token(), token("told")).expect(200);
        var timeline =
                shop.agent().get("/v1/visitors/" + guest.id() + "/history").expect(200);
        assertThat(timeline.json().at("/timeline").valueStream())
                .extracting(event -> event.at("/type").stringValue())
                .containsExactly("identified");
    }

    @Test
    void s14EnforcedIdentityRefusesAnIdWithoutAValidToken() {
        mode("enforced");
        var guest = shop.guest();
        guest.http().patch(USER, Map.of("id", "u-1")).expectProblem(401, AUTH, "IDENTITY_REQUIRED");
        guest.http().patch(USER, Map.of("id", "u-1", "token", "x")).expectProblem(401, AUTH, "IDENTITY_INVALID");
        var wrong = TestToken.sign(TestToken.claims(UUID.randomUUID(), "u-1"), secret);
        var refused = session(null, wrong).expectProblem(401, AUTH, "IDENTITY_INVALID");
        assertThat(refused.at("/fields/0/field")).isEqualTo("token.aud");
        assertThat(refused.text()).doesNotContain(secret).contains(shop.id().toString());
        guest.http()
                .patch(USER, Map.of("id", "u-2", "token", token("u-1")))
                .expectProblem(401, AUTH, "IDENTITY_INVALID");
        shop.guest().http().patch(USER, Map.of("name", "Ada")).expect(200);
    }

    @Test
    void s14IdWithoutATokenStaysASeparateUnverifiedVisitor() {
        mode("optional");
        var real = identified("u-1");
        var conversation = real.conversation(1);
        var claimed = shop.guest();
        var answer = claimed.http().patch(USER, Map.of("id", "u-1")).expect(200);
        assertThat(answer.json().at("/verified").asBoolean()).isFalse();
        assertThat(answer.at("/visitorId")).isNotEqualTo(real.id().toString());
        claimed.http()
                .get("/v1/widget/conversations/" + conversation + "/messages")
                .expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        assertThat(session(claimed.token(), null).json().at("/conversations").size())
                .isZero();
    }

    @Test
    void s14EmailAloneNeitherMergesNorShowsHistory() {
        mode("optional");
        var claims = TestToken.claims(shop.id(), "u-1");
        claims.put("email", "ada@example.com");
        var real = guest(session(null, TestToken.sign(claims, secret)));
        real.conversation(1);
        var other = shop.guest();
        other.http().patch(USER, Map.of("email", "ada@example.com")).expect(200);
        assertThat(session(other.token(), null).json().at("/conversations").size())
                .isZero();
        var otherUser = TestToken.claims(shop.id(), "u-2");
        otherUser.put("email", "ada@example.com");
        var second = session(other.token(), TestToken.sign(otherUser, secret)).expect(200);
        assertThat(second.at("/visitor/visitorId")).isNotEqualTo(real.id().toString());
        assertThat(second.json().at("/conversations").size()).isZero();
    }

    @Test
    void tokenIsNotLookedAtWhereIdentityIsOff() {
        var session = session(null, "whatever").expect(200);
        assertThat(session.json().at("/visitor/verified").asBoolean()).isFalse();
    }

    @Test
    void whoIsSomebodyNeverBecomesSomebodyElse() {
        mode("optional");
        var first = identified("u-1");
        var conversation = first.conversation(1);
        var second = session(first.token(), token("u-2")).expect(200);
        assertThat(second.at("/visitor/visitorId")).isNotEqualTo(first.id().toString());
        assertThat(second.json().has("formerVisitor")).isFalse();
        assertThat(second.json().at("/conversations").size()).isZero();
        first.post(conversation, "x").expectProblem(401, AUTH, "TOKEN_INVALID");
        first = identified("u-1");
        first.http().patch(USER, Map.of("id", "u-2")).expectProblem(401, AUTH, "IDENTITY_INVALID");
    }

    @Test
    void pageCannotChangeWhatTheTokenVouchedFor() {
        mode("optional");
        var claims = TestToken.claims(shop.id(), "u-1");
        claims.put("email", "ada@example.com");
        var guest = guest(session(null, TestToken.sign(claims, secret)));
        var changed = guest.http()
                .patch(USER, Map.of("email", "boss@example.com", "name", "Ada", "id", "u-1"))
                .expect(200);
        assertThat(changed.at("/email")).isEqualTo("ada@example.com");
        assertThat(changed.at("/name")).isEqualTo("Ada");
    }

    @Test
    void changeWithATokenIdentifiesAndGivesTheTokenThatCounts() {
        mode("enforced");
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        var changed = guest.http()
                .patch(USER, Map.of("id", "u-1", "name", "Ada", "token", token("u-1")))
                .expect(200);
        assertThat(changed.at("/name")).isEqualTo("Ada");
        var now = changed.at("/visitorToken");
        assertThat(now).isNotEqualTo(guest.token());
        assertThat(session(now, null).at("/conversations/0/id")).isEqualTo(conversation.toString());
    }

    @Test
    void blockedVisitorIsNotLetInByAnIdentityToken() {
        mode("optional");
        var known = identified("u-1");
        var anonymous = shop.guest();
        for (var guest : List.of(known, anonymous)) {
            guest.conversation(1);
            shop.agent().put("/v1/visitors/" + guest.id() + "/block").expect(204);
        }
        session(null, token("u-1")).expectProblem(403, AUTH, "BANNED");
        session(known.token(), token("u-1")).expectProblem(403, AUTH, "BANNED");
        session(anonymous.token(), token("u-2")).expectProblem(403, AUTH, "BANNED");
        anonymous.http().patch(USER, Map.of("token", token("u-2"))).expectProblem(403, AUTH, "BANNED");
        assertThat(identified("u-2").id()).isNotEqualTo(anonymous.id());
    }

    @Test
    void agentsSetIdentityUpAndSeeASecretOnce() {
        var fresh = server.shop();
        var agent = fresh.agent();
        agent.patch("/v1/identity", Map.of("mode", "enforced")).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        var first = agent.post("/v1/identity/secrets").expect(201);
        assertThat(first.at("/secret")).matches("[\\w-]{43}");
        var second = agent.post("/v1/identity/secrets").expect(201);
        agent.post("/v1/identity/secrets").expectProblem(409, "SEND_ERROR", "TOO_MANY_SECRETS");
        var issuer = Map.of("name", "https://id.example", "audience", "chask", "keys", "https://id.example/keys");
        var saved = agent.patch("/v1/identity", Map.of("mode", "enforced", "issuer", issuer))
                .expect(200);
        assertThat(saved.text()).doesNotContain(first.at("/secret"));
        assertThat(saved.json().at("/secrets").size()).isEqualTo(2);
        for (var keys : List.of("http://id.example/keys", "https://127.1/", "nonsense", "file:///etc/passwd")) {
            var body = Map.of("mode", "off", "issuer", Map.of("name", "a", "audience", "b", "keys", keys));
            agent.patch("/v1/identity", body).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
        var token = TestToken.sign(TestToken.claims(fresh.id(), "u"), first.at("/secret"));
        var good =
                agent.post("/v1/identity/explanations", Map.of("token", token)).expect(200);
        assertThat(good.json().at("/valid").asBoolean()).as(good.text()).isTrue();
        agent.delete("/v1/identity/secrets/" + first.at("/id")).expect(204);
        agent.delete("/v1/identity/secrets/" + first.at("/id")).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        var bad =
                agent.post("/v1/identity/explanations", Map.of("token", token)).expect(200);
        assertThat(bad.json().at("/valid").asBoolean()).isFalse();
        assertThat(bad.text()).contains("SIGNATURE").doesNotContain(second.at("/secret"));
        shop.agent().delete("/v1/identity/secrets/" + second.at("/id")).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
    }
}
