package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a role lets its agent do, and that the audit log tells of it.
final class RolesTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private Http signedIn(Role role) {
        var email = role.code() + "-" + UUID.randomUUID() + "@shop.example";
        server.agents().add(new NewAgent(shop.id(), email, "Bo", role, RunningServer.PASSWORD), Actor.SYSTEM);
        var token = Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", email, "password", RunningServer.PASSWORD))
                .expect(201)
                .at("/token");
        return Http.anonymous(server).with("Authorization", "Bearer " + token);
    }

    @Test
    void anAgentIsToldHisRole() {
        assertThat(signedIn(Role.ADMIN).get("/v1/sessions/current").expect(200).at("/agent/role"))
                .isEqualTo("admin");
        assertThat(shop.agent().get("/v1/sessions/current").expect(200).at("/agent/role"))
                .isEqualTo("owner");
    }

    @Test
    void theAuditLogIsForAdminsAndOwners() {
        var refusal = signedIn(Role.AGENT).get("/v1/audit").expectProblem(403, "AUTH_ERROR", "ROLE_INSUFFICIENT");
        assertThat(refusal.at("/detail")).isEqualTo("This needs the role admin; yours is agent.");
        signedIn(Role.ADMIN).get("/v1/audit").expect(200);
        shop.agent().get("/v1/audit").expect(200);
    }

    @Test
    void theAuditLogIsReadPageByPageNewestFirst() {
        for (int number = 0; number < 3; number++) {
            signedIn(Role.AGENT);
        }
        var agent = shop.agent();
        var page = agent.get("/v1/audit?limit=2&action=agent.added").expect(200);
        assertThat(page.at("/entries/0/action")).isEqualTo("agent.added");
        assertThat(page.at("/entries/0/details/role")).isEqualTo("agent");
        assertThat(page.at("/entries/0/subject/name")).isEqualTo("Bo");
        var next = agent.get("/v1/audit?limit=2&action=agent.added&cursor=" + page.at("/next"))
                .expect(200);
        assertThat(Long.parseLong(next.at("/entries/0/number")))
                .isLessThan(Long.parseLong(page.at("/entries/1/number")));
        agent.get("/v1/audit?cursor=x").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        agent.get("/v1/audit?actor=x").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    @Test
    void theAuditLogOfAnotherOrganizationIsNotSeen() {
        var other = server.shop();
        var entries = shop.agent().get("/v1/audit?limit=100").expect(200).text();
        assertThat(entries)
                .contains(shop.agentId().toString())
                .doesNotContain(other.agentId().toString());
    }
}
