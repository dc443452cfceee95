package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What owners and admins may do to others and to each other.
final class TeamTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String TEAM = "/v1/team/";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http owner = shop.agent();

    /// One more agent, signed in.
    private record Colleague(UUID id, String email, Http http) {}

    private Colleague colleague(Role role) {
        var as = shop.colleague("Bo", role);
        return new Colleague(as.agentId(), as.email(), as.agent());
    }

    private Http as(String role) {
        return role.equals("owner") ? owner : colleague(Role.of(role).orElseThrow()).http;
    }

    @ParameterizedTest
    @CsvSource({
        "owner, owner, admin, 200",
        "owner, admin, owner, 200",
        "owner, agent, owner, 200",
        "admin, owner, agent, 403",
        "admin, admin, agent, 200",
        "admin, agent, admin, 200",
        "admin, agent, owner, 403",
        "agent, owner, agent, 403",
        "agent, admin, agent, 403",
        "agent, agent, admin, 403"
    })
    void whoGivesWhomWhichRole(String by, String target, String to, int status) {
        var other = colleague(Role.of(target).orElseThrow());
        var answer = as(by).patch(TEAM + other.id, Map.of("role", to));
        if (status == 403) {
            answer.expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
        } else {
            assertThat(answer.expect(200).at("/role")).isEqualTo(to);
            assertThat(other.http.get("/v1/sessions/current").expect(200).at("/agent/role"))
                    .isEqualTo(to);
        }
    }

    @Test
    void anAgentCannotRaiseHimself() {
        var agent = colleague(Role.AGENT);
        agent.http.patch(TEAM + agent.id, Map.of("role", "owner")).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
        var admin = colleague(Role.ADMIN);
        admin.http.patch(TEAM + admin.id, Map.of("role", "owner")).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
    }

    @Test
    void theLastOwnerStays() {
        var self = TEAM + shop.agentId();
        owner.patch(self, Map.of("role", "admin")).expectProblem(409, "SEND_ERROR", "LAST_OWNER");
        owner.patch(self, Map.of("disabled", true)).expectProblem(409, "SEND_ERROR", "LAST_OWNER");
        var second = colleague(Role.OWNER);
        server.agents().disable(shop.id(), second.id, Actor.SYSTEM);
        owner.patch(self, Map.of("role", "admin")).expectProblem(409, "SEND_ERROR", "LAST_OWNER");
        server.agents().enable(shop.id(), second.id, Actor.SYSTEM);
        owner.patch(self, Map.of("role", "agent")).expect(200);
        owner.get("/v1/team").expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
    }

    @Test
    void aDisabledColleagueIsOutAtOnceAndBackWhenEnabled() {
        var admin = colleague(Role.ADMIN);
        var agent = colleague(Role.AGENT);
        var signIn = Map.of("email", agent.email, "password", RunningServer.PASSWORD);
        try (var stream = stream(agent)) {
            admin.http.patch(TEAM + agent.id, Map.of("disabled", true)).expect(200);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        agent.http.get("/v1/conversations").expectProblem(401, AUTH, "TOKEN_INVALID");
        Http.anonymous(server).post("/v1/sessions", signIn).expectProblem(403, AUTH, "AGENT_DISABLED");
        admin.http.patch(TEAM + agent.id, Map.of("disabled", false)).expect(200);
        Http.anonymous(server).post("/v1/sessions", signIn).expect(201);
        admin.http.patch(TEAM + shop.agentId(), Map.of("disabled", true)).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
    }

    private StreamClient stream(Colleague agent) {
        var ticket = agent.http.post("/v1/stream/tickets").expect(201).at("/ticket");
        var stream = StreamClient.open(server, server.ownOrigin());
        stream.hello(ticket);
        stream.await("welcome");
        return stream;
    }

    @Test
    void anAdminEndsAnAgentsSessionsAndStreams() {
        var agent = colleague(Role.AGENT);
        try (var stream = stream(agent)) {
            colleague(Role.ADMIN).http.delete(TEAM + agent.id + "/sessions").expect(200);
            assertThat(stream.awaitClose()).isEqualTo(4004);
        }
        agent.http.get("/v1/account").expectProblem(401, AUTH, "TOKEN_INVALID");
    }

    @Test
    void onlyAnOwnerResetsASecondFactor() {
        var agent = colleague(Role.AGENT);
        server.database()
                .execute("insert into agent_totp (organization_id, agent_id, secret, confirmed_at) values ('"
                        + shop.id() + "', '" + agent.id + "', 'x', now())");
        var signIn = Map.of("email", agent.email, "password", RunningServer.PASSWORD);
        Http.anonymous(server).post("/v1/sessions", signIn).expectProblem(401, AUTH, "TOTP_REQUIRED");
        var path = TEAM + agent.id + "/totp";
        colleague(Role.ADMIN).http.delete(path).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
        assertThat(owner.delete(path).expect(200).at("/secondFactor")).isEqualTo("false");
        agent.http.get("/v1/account").expectProblem(401, AUTH, "TOKEN_INVALID");
        Http.anonymous(server).post("/v1/sessions", signIn).expect(201);
    }

    @Test
    void anotherOrganizationsAgentIsNobody() {
        var foreign = server.shop().agent();
        var agent = colleague(Role.AGENT);
        for (var path : new String[] {TEAM + agent.id, TEAM + UUID.randomUUID()}) {
            foreign.patch(path, Map.of("role", "admin")).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
            foreign.delete(path + "/sessions").expectProblem(404, "SEND_ERROR", "NOT_FOUND");
            foreign.delete(path + "/totp").expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        }
        agent.http.get("/v1/account").expect(200);
    }

    @Test
    void aChangeNamesOneThing() {
        var path = TEAM + colleague(Role.AGENT).id;
        owner.patch(path, Map.of()).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        owner.patch(path, Map.of("role", "admin", "disabled", true)).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    @Test
    void theLogTellsWhoChangedWhat() {
        var agent = colleague(Role.AGENT);
        owner.patch(TEAM + agent.id, Map.of("role", "admin")).expect(200);
        var log = owner.get("/v1/audit?action=agent.role_changed").expect(200);
        assertThat(log.at("/entries/0/actor/id")).isEqualTo(shop.agentId().toString());
        assertThat(log.at("/entries/0/subject/id")).isEqualTo(agent.id.toString());
        assertThat(log.at("/entries/0/details/from")).isEqualTo("agent");
        assertThat(log.at("/entries/0/details/to")).isEqualTo("admin");
    }
}
