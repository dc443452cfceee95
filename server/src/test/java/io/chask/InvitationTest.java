package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// From an invitation to an agent.
@Timeout(60)
final class InvitationTest {

    private static final String AUTH = "AUTH_ERROR";
    private static final String INVITATIONS = "/v1/invitations";
    private static final String PASSWORD = "quiet mountain river";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http owner = shop.agent();

    private static Map<String, String> invite(String email, String role) {
        return Map.of("email", email, "role", role, "locale", "es");
    }

    private static String tokenOf(Answer made) {
        var link = made.expect(201).at("/link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Answer accept(String token) {
        return Http.anonymous(server)
                .post(INVITATIONS + "/accept", Map.of("token", token, "name", "Guest", "password", PASSWORD));
    }

    @Test
    void aGuestSeesWhatHeIsInvitedToAndBecomesAnAgentOnce() {
        var token = tokenOf(owner.post(INVITATIONS, invite("guest@shop.example", "admin")));
        var seen = Http.anonymous(server)
                .post(INVITATIONS + "/look", Map.of("token", token))
                .expect(200);
        assertThat(seen.at("/email")).isEqualTo("guest@shop.example");
        assertThat(seen.at("/organizationName")).isEqualTo("Shop");
        assertThat(seen.at("/locale")).isEqualTo("es");
        var cookie = accept(token).expect(204).header("Set-Cookie");
        var guest = Http.anonymous(server).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(guest.get("/v1/sessions/current").expect(200).at("/agent/role"))
                .isEqualTo("admin");
        accept(token).expectProblem(403, AUTH, "INVITATION_INVALID");
        Http.anonymous(server)
                .post(INVITATIONS + "/look", Map.of("token", token))
                .expectProblem(403, AUTH, "INVITATION_INVALID");
        Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", "guest@shop.example", "password", PASSWORD))
                .expect(201);
    }

    @Test
    void theSecretStandsInTheFragmentAndNotInTheDatabase() {
        var made = owner.post(INVITATIONS, invite("fragment@shop.example", "agent"));
        var token = tokenOf(made);
        assertThat(made.at("/link")).isEqualTo("/console/#/invitation/" + token);
        var secret = token.substring(token.indexOf('.') + 1);
        assertThat(secret).hasSize(43);
        assertThat(server.database().count("select count(*) from invitation i where i::text like '%" + secret + "%'"))
                .isZero();
        assertThat(owner.get(INVITATIONS).expect(200).text())
                .doesNotContain(secret)
                .contains("fragment@shop.example");
        assertThat(owner.get("/v1/audit").expect(200).text())
                .doesNotContain(secret)
                .contains("invitation.created");
    }

    /// S22: whatever a request calls the server, the link is made of the operator's word or has no host at all.
    @Test
    void s22AForgedHostNeverReachesTheLink() throws IOException {
        var address = "https://chat.example";
        try (var named = RunningServer.start(Map.of("--public-url", address))) {
            for (var header : new String[] {"X-Forwarded-Host", "Forwarded", "Origin"}) {
                var link = named.shop()
                        .agent()
                        .with(header, "https://evil.example")
                        .post(INVITATIONS, invite("host@shop.example", "agent"))
                        .expect(201)
                        .at("/link");
                assertThat(link).startsWith(address + "/console/#/invitation/");
            }
        }
        var body = "{\"email\":\"raw@shop.example\",\"role\":\"agent\",\"locale\":\"en\"}";
        try (var socket = new Socket(server.base().getHost(), server.base().getPort())) {
            var request = "POST " + INVITATIONS
                    + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nAuthorization: Bearer "
                    + shop.agentToken() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("\"/console/#/invitation/").doesNotContain("evil.example");
        }
    }

    @Test
    void aRevokedOneAndAnExpiredOneAreWorthless() {
        var made = owner.post(INVITATIONS, invite("revoked@shop.example", "agent"));
        var path = INVITATIONS + "/" + made.at("/invitation/id");
        server.shop().agent().delete(path).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        owner.delete(path).expect(204);
        owner.delete(path).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        accept(tokenOf(made)).expectProblem(403, AUTH, "INVITATION_INVALID");
        var late = owner.post(INVITATIONS, invite("late@shop.example", "agent"));
        server.database()
                .execute("update invitation set expires_at = now() where id = '" + late.at("/invitation/id") + "'");
        accept(tokenOf(late)).expectProblem(403, AUTH, "INVITATION_INVALID");
        assertThat(owner.get(INVITATIONS).expect(200).json().at("/invitations").size())
                .isZero();
    }

    @Test
    void aSecretThatWasNeverMadeIsWorthless() {
        accept(shop.id() + "." + "A".repeat(43)).expectProblem(403, AUTH, "INVITATION_INVALID");
        accept("nonsense").expectProblem(403, AUTH, "INVITATION_INVALID");
        accept(shop.agentToken()).expectProblem(403, AUTH, "INVITATION_INVALID");
    }

    @Test
    void aBadPasswordLeavesTheInvitationGood() {
        var token = tokenOf(owner.post(INVITATIONS, invite("again@shop.example", "agent")));
        Http.anonymous(server)
                .post(INVITATIONS + "/accept", Map.of("token", token, "name", "Guest", "password", "password123"))
                .expectProblem(400, "SEND_ERROR", "PASSWORD_TOO_COMMON");
        accept(token).expect(204);
    }

    @Test
    void anAgentsAddressIsTaken() {
        owner.post(INVITATIONS, invite(shop.email().toUpperCase(Locale.ROOT), "agent"))
                .expectProblem(409, "SEND_ERROR", "EMAIL_TAKEN");
        owner.post(INVITATIONS, invite("no address", "agent")).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    @Test
    void anAdminInvitesNoOwnerAndAnAgentNobody() {
        var admin = colleague(Role.ADMIN);
        admin.post(INVITATIONS, invite("a@shop.example", "owner")).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
        admin.post(INVITATIONS, invite("a@shop.example", "admin")).expect(201);
        var agent = colleague(Role.AGENT);
        agent.post(INVITATIONS, invite("b@shop.example", "agent")).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
        agent.get(INVITATIONS).expectProblem(403, AUTH, "ROLE_INSUFFICIENT");
    }

    @Test
    void whoIsDisabledTakesHisOpenInvitationsWithHim() {
        for (var byCommand : List.of(true, false)) {
            var admin = shop.colleague("Bo", Role.ADMIN);
            var his = tokenOf(admin.agent().post(INVITATIONS, invite("private-" + byCommand + "@bo.example", "admin")));
            var another = tokenOf(owner.post(INVITATIONS, invite("other-" + byCommand + "@shop.example", "admin")));
            if (byCommand) {
                server.agents().disable(shop.id(), admin.agentId(), Actor.COMMAND_LINE);
            } else {
                owner.patch("/v1/team/" + admin.agentId(), Map.of("disabled", true))
                        .expect(200);
            }
            accept(his).expectProblem(403, AUTH, "INVITATION_INVALID");
            accept(another).expect(204);
        }
        assertThat(revocations()).isEqualTo(2);
    }

    @Test
    void whoIsLoweredKeepsTheInvitationsThatHeCouldStillMake() {
        var other = shop.colleague("Bo", Role.OWNER);
        var made = other.agent();
        var toOwner = tokenOf(made.post(INVITATIONS, invite("owner@shop.example", "owner")));
        var toAdmin = tokenOf(made.post(INVITATIONS, invite("admin@shop.example", "admin")));
        var toAgent = tokenOf(made.post(INVITATIONS, invite("agent@shop.example", "agent")));
        owner.patch("/v1/team/" + other.agentId(), Map.of("role", "admin")).expect(200);
        accept(toOwner).expectProblem(403, AUTH, "INVITATION_INVALID");
        accept(toAdmin).expect(204);
        owner.patch("/v1/team/" + other.agentId(), Map.of("role", "agent")).expect(200);
        accept(toAgent).expectProblem(403, AUTH, "INVITATION_INVALID");
        assertThat(revocations()).isEqualTo(2);
    }

    private int revocations() {
        return owner.get("/v1/audit?action=invitation.revoked")
                .expect(200)
                .json()
                .at("/entries")
                .size();
    }

    @Test
    void whoeverInvitesWhileHeIsDisabledInvitesNobody() {
        var admin = shop.colleague("Bo", Role.ADMIN);
        var his = admin.agent();
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1)) {
            var invited = database.inOrganization(shop.id(), handle -> {
                handle.execute("update agent set disabled_at = now() where id = ?", admin.agentId());
                var waiting =
                        CompletableFuture.supplyAsync(() -> his.post(INVITATIONS, invite("p@bo.example", "admin")));
                awaitWaiting(waiting, "select role from agent");
                return waiting;
            });
            invited.join().expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
        assertThat(owner.get(INVITATIONS).expect(200).json().at("/invitations").size())
                .isZero();
    }

    /// Who accepts an invitation has locked it when he comes to the log.
    @Test
    void whoeverIsDisabledWhileHisInvitationIsAcceptedWaitsBeforeTheLog() {
        var admin = shop.colleague("Bo", Role.ADMIN);
        tokenOf(admin.agent().post(INVITATIONS, invite("p@bo.example", "admin")));
        try (var database = Database.open(server.database().owner(), DatabaseRole.APPLICATION, 1)) {
            var disabled = database.inOrganization(shop.id(), handle -> {
                handle.execute("select from invitation where invited_by = ? for update", admin.agentId());
                var waiting = CompletableFuture.supplyAsync(
                        () -> owner.patch("/v1/team/" + admin.agentId(), Map.of("disabled", true)));
                awaitWaiting(waiting, "update invitation");
                handle.execute("select from audit_chain for update");
                return waiting;
            });
            disabled.join().expect(200);
        }
        assertThat(revocations()).isEqualTo(1);
    }

    private void awaitWaiting(CompletableFuture<Answer> waiting, String query) {
        while (!waiting.isDone() && server.database().waiting(query) == 0) {
            Thread.onSpinWait();
        }
    }

    private Http colleague(Role role) {
        return shop.colleague("Bo", role).agent();
    }
}
