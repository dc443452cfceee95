package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Sessions;
import io.chask.audit.Actor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// S11: whatever ends a session on one node closes its streams on every node when that looks next, which it does often
/// enough for five seconds, and nothing opens one again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionEndTest {

    private static final Duration SLACK = Duration.ofMinutes(10);

    private final RunningServer first = RunningServer.shared();
    private final RunningServer second = first.another();

    @AfterAll
    void stop() {
        second.close();
    }

    /// What an agent's session ends by.
    enum AgentEnd {
        SIGN_OUT,
        PASSWORD,
        DISABLED
    }

    /// What a visitor's session ends by.
    enum VisitorEnd {
        LOGOUT,
        KEY,
        BLOCK
    }

    /// On the first node.
    private static void end(AgentEnd how, Shop shop, Http agent) {
        var agents = shop.server().agents();
        switch (how) {
            case SIGN_OUT -> agent.delete("/v1/sessions/current").expect(204);
            case PASSWORD -> agents.changePassword(shop.id(), shop.agentId(), "another long phrase", Actor.SYSTEM);
            case DISABLED -> agents.disable(shop.id(), shop.agentId(), Actor.SYSTEM);
        }
    }

    /// On the first node.
    ///
    /// @return the code that its streams are closed with
    private static int end(VisitorEnd how, Shop shop, Guest guest) {
        switch (how) {
            case LOGOUT -> guest.http().post("/v1/widget/logout").expect(204);
            case KEY ->
                shop.server()
                        .organizations()
                        .keys()
                        .revoke(shop.id(), shop.key().id(), Actor.SYSTEM, Instant.now());
            case BLOCK ->
                shop.agent().put("/v1/visitors/" + guest.id() + "/block").expect(204);
        }
        return how == VisitorEnd.BLOCK ? 4006 : 4004;
    }

    @ParameterizedTest
    @EnumSource
    void s11EndedAgentSessionClosesItsStreamsOnBothNodesAndOpensNoMore(AgentEnd how) {
        var shop = first.shop();
        var agent = shop.agent();
        try (var here = open(first, ticket(agent));
                var there = open(second, ticket(agent))) {
            var unused = ticket(agent);
            end(how, shop, agent);
            assertThat(here.awaitClose()).isEqualTo(4004);
            assertThat(there.awaitClose()).isEqualTo(4004);
            refused(second, unused, second.ownOrigin(), 4004);
        }
        agent.post("/v1/stream/tickets").expectProblem(401, "AUTH_ERROR", "TOKEN_INVALID");
    }

    @ParameterizedTest
    @EnumSource
    void s11EndedVisitorSessionClosesItsStreamsOnBothNodesAndOpensNoMore(VisitorEnd how) {
        var shop = first.shop();
        var guest = shop.guest();
        int code;
        try (var here = guest.stream();
                var there = guest.on(second).stream()) {
            code = end(how, shop, guest);
            assertThat(here.awaitClose()).isEqualTo(code);
            assertThat(there.awaitClose()).isEqualTo(code);
        }
        refused(first, guest.token(), RunningServer.ORIGIN, code);
        refused(second, guest.token(), RunningServer.ORIGIN, code);
    }

    @Test
    void s11AnAgentsStreamEndsWithItsSessionByDisuseAndByTime() {
        var shop = first.shop();
        var agent = shop.agent();
        var now = Instant.now();
        try (var unused = open(second, ticket(agent))) {
            second.closeStreams(now.plus(Sessions.IDLE).minus(SLACK));
            unused.untilPong();
            second.closeStreams(now.plus(Sessions.IDLE).plus(SLACK));
            assertThat(unused.awaitClose()).isEqualTo(4010);
        }
        try (var used = open(second, ticket(agent))) {
            second.closeStreams(now);
            seen(shop, now.plus(Sessions.LIFETIME));
            second.closeStreams(now.plus(Sessions.LIFETIME).minus(SLACK));
            used.untilPong();
            second.closeStreams(now.plus(Sessions.LIFETIME).plus(SLACK));
            assertThat(used.awaitClose()).isEqualTo(4010);
        }
        seen(shop, now.minus(Sessions.IDLE));
        agent.post("/v1/stream/tickets").expectProblem(401, "AUTH_ERROR", "TOKEN_EXPIRED");
    }

    private static void seen(Shop shop, Instant at) {
        shop.server()
                .database()
                .execute("update agent_session set last_seen_at = '" + at + "' where agent_id = '" + shop.agentId()
                        + "'");
    }

    @Test
    void s11ANodeLooksOftenEnoughToCloseWithinFiveSeconds() {
        assertThat(RevocationWatch.PERIOD).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    private static String ticket(Http agent) {
        return agent.post("/v1/stream/tickets").expect(201).at("/ticket");
    }

    private static StreamClient open(RunningServer node, String ticket) {
        var stream = StreamClient.open(node, node.ownOrigin());
        stream.hello(ticket);
        stream.await("welcome");
        return stream;
    }

    private static void refused(RunningServer node, String token, String origin, int code) {
        try (var stream = StreamClient.open(node, origin)) {
            stream.hello(token);
            assertThat(stream.awaitClose()).isEqualTo(code);
        }
    }
}
