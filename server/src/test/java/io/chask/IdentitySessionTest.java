package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A verified visitor's session ends with his identity token, on this device only.
final class IdentitySessionTest extends IdentityCase {

    @Test
    void s12EndedIdentityEndsSessionAndStreamUnlessItIsProlonged() {
        mode("optional");
        // Sessions outlive their token by a minute, for clocks that differ: this one has two seconds left.
        var claims = TestToken.claims(shop.id(), "u-1");
        claims.put("exp", Instant.now().getEpochSecond() - 58);
        var guest = guest(session(null, TestToken.sign(claims, secret)));
        var conversation = guest.conversation(1);
        try (var stream = guest.stream()) {
            assertThat(stream.awaitClose()).isEqualTo(4010);
        }
        guest.post(conversation, "x").expectProblem(401, AUTH, "TOKEN_EXPIRED");
        try (var resumed = StreamClient.open(server, RunningServer.ORIGIN)) {
            resumed.hello(guest.token(), UUID.randomUUID().toString(), Map.of(conversation.toString(), 0L));
            assertThat(resumed.awaitClose()).isEqualTo(4010);
        }
        var prolonged = session(guest.token(), token("u-1")).expect(200);
        assertThat(prolonged.at("/visitorToken")).isEqualTo(guest.token());
        guest.post(conversation, "again").expect(201);
    }

    @Test
    void openStreamLivesOnWhenItsSessionIsProlonged() {
        mode("optional");
        var claims = TestToken.claims(shop.id(), "u-1");
        claims.put("exp", Instant.now().getEpochSecond() - 57);
        var guest = guest(session(null, TestToken.sign(claims, secret)));
        var brief = guest(session(null, TestToken.sign(claims, secret)));
        try (var stream = guest.stream();
                var other = brief.stream()) {
            session(guest.token(), token("u-1")).expect(200);
            assertThat(other.awaitClose()).isEqualTo(4010);
            stream.untilPong();
        }
    }

    private void expire(Guest guest) {
        server.database()
                .execute("update visitor_session set expires_at = now() - interval '1 second' where visitor_id = '"
                        + guest.id() + "'");
    }

    @Test
    void endedSessionWithoutATokenBeginsAnewAsNobody() {
        mode("optional");
        var guest = identified("u-1");
        guest.conversation(1);
        expire(guest);
        var anew = session(guest.token(), null).expect(200);
        assertThat(anew.at("/visitor/visitorId")).isNotEqualTo(guest.id().toString());
        assertThat(anew.json().at("/conversations").size()).isZero();
    }

    @Test
    void logoutEndsThisDeviceOnlyAndTheTokenBeforeToo() {
        mode("optional");
        var anonymous = shop.guest();
        anonymous.conversation(1);
        var here = guest(session(anonymous.token(), token("u-1")));
        var there = identified("u-1");
        try (var stream = here.stream();
                var other = there.stream()) {
            here.http().post("/v1/widget/logout").expect(204);
            assertThat(stream.awaitClose()).isEqualTo(4004);
            other.untilPong();
        }
        here.http().get("/v1/widget/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
        anonymous.http().get("/v1/widget/conversations").expectProblem(401, AUTH, "TOKEN_EXPIRED");
        there.http().get("/v1/widget/conversations").expect(200);
    }
}
