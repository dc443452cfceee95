package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// An admin's rules for files.
final class FileSettingsTest {

    private static final String PATH = "/v1/settings/attachments";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private static Map<String, Object> wish() {
        return new HashMap<>(Map.of(
                "enabled", true, "accept", List.of("text/plain"), "maxSize", 1_000, "maxCount", 2, "quota", 5_000));
    }

    private Http agent() {
        var email = "agent-" + UUID.randomUUID() + "@shop.example";
        server.agents().add(new NewAgent(shop.id(), email, "Bo", Role.AGENT, RunningServer.PASSWORD), Actor.SYSTEM);
        var token = Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", email, "password", RunningServer.PASSWORD))
                .expect(201)
                .at("/token");
        return Http.anonymous(server).with("Authorization", "Bearer " + token);
    }

    @Test
    void rulesAreChangedByAnAdminAndStandInTheAuditLog() {
        var owner = shop.agent();
        var changed = owner.put(PATH, wish()).expect(200);
        assertThat(changed.json().at("/quota").asLong()).isEqualTo(5_000);
        assertThat(changed.json().at("/server/maxSize").asLong()).isEqualTo(1 << 20);
        assertThat(owner.get(PATH).expect(200).text()).isEqualTo(changed.text());
        var line = owner.get("/v1/audit?action=attachments.changed").expect(200);
        assertThat(line.at("/entries/0/details/accept")).isEqualTo("text/plain");
        assertThat(line.at("/entries/0/actor/id")).isEqualTo(shop.agentId().toString());
    }

    @Test
    void rulesHoldForUploadsAndTheRoomInUseIsTold() {
        shop.agent().put(PATH, wish()).expect(200);
        var guest = shop.guest();
        guest.upload(TestFile.text("a.txt", "text/plain", "x".repeat(900))).expect(201);
        guest.upload(TestFile.text("a.txt", "text/plain", "x".repeat(1_100)))
                .expectProblem(413, "SEND_ERROR", "FILE_TOO_LARGE");
        guest.upload(TestFile.png()).expectProblem(415, "SEND_ERROR", "FILE_TYPE_NOT_ALLOWED");
        assertThat(shop.agent().get(PATH).expect(200).json().at("/used").asLong())
                .isEqualTo(900);
    }

    @Test
    void anAgentReadsTheRulesAndDoesNotChangeThem() {
        var agent = agent();
        agent.get(PATH).expect(200);
        agent.put(PATH, wish()).expectProblem(403, "AUTH_ERROR", "ROLE_INSUFFICIENT");
    }

    @Test
    void rulesThatCannotBeAreRefusedByName() {
        for (var wrong : Map.<String, Object>of(
                        "maxSize", 0, "maxCount", 11, "quota", -1, "accept", List.of("pictures"))
                .entrySet()) {
            var body = wish();
            body.put(wrong.getKey(), wrong.getValue());
            var answer = shop.agent().put(PATH, body).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
            assertThat(answer.at("/fields/0/field")).isEqualTo(wrong.getKey());
        }
    }
}
