package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A verified visitor's session ends with his identity token, on this device only.
final class IdentitySessionTest extends IdentityCase {

    private static final Duration LIFE = Duration.ofHours(1);
    // A session outlives its token by a minute, for clocks that differ.
    private static final Duration SLACK = Duration.ofMinutes(10);

    @Test
    void s12EndedIdentityEndsSessionAndStreamUnlessItIsProlonged() {
        mode("optional");
        var guest = identified("u-1");
        var conversation = guest.conversation(1);
        try (var stream = guest.stream()) {
            server.closeStreams(Instant.now().plus(LIFE).minus(SLACK));
            stream.untilPong();
            server.closeStreams(Instant.now().plus(LIFE).plus(SLACK));
            assertThat(stream.awaitClose()).isEqualTo(4010);
        }
        expire(guest);
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
        var guest = identified("u-1");
        var brief = identified("u-1");
        var later = TestToken.claims(shop.id(), "u-1");
        later.put("exp", Instant.now().plus(LIFE.multipliedBy(2)).getEpochSecond());
        try (var stream = guest.stream();
                var other = brief.stream()) {
            session(guest.token(), TestToken.sign(later, secret)).expect(200);
            server.closeStreams(Instant.now().plus(LIFE).plus(SLACK));
            assertThat(other.awaitClose()).isEqualTo(4010);
            stream.untilPong();
        }
    }

    @Test
    void theClockItselfEndsTheStreamOfAnEndedIdentity() {
        mode("optional");
        var now = Instant.now();
        var claims = TestToken.claims(shop.id(), "u-1");
        claims.put("iat", now.minus(SLACK).getEpochSecond());
        claims.put("nbf", now.minus(SLACK).getEpochSecond());
        // Over already, but for the minute by which clocks may differ.
        claims.put("exp", now.minusSeconds(46).getEpochSecond());
        try (var stream = guest(session(null, TestToken.sign(claims, secret))).stream()) {
            assertThat(stream.awaitClose()).isEqualTo(4010);
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
