package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// S9: what is for agents only never reaches a visitor, in no frame and no answer of a whole scene.
final class VisitorSightTest {

    private static final String ADDRESS = "203.0.113.77";
    private static final String NOTE = "Owes us for a year, be careful";
    private static final String TAG = "late payer";
    private static final String COLLEAGUE = "Hedwig";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final StringBuilder seen = new StringBuilder();

    private void see(Answer answer) {
        seen.append(answer.headers()).append(answer.text()).append('\n');
    }

    @Test
    void s9AgentsEmailsAndAddressesNeverReachAVisitor() {
        var guest = shop.guest();
        var agent = shop.agent().with("X-Forwarded-For", ADDRESS);
        var conversation = UUID.randomUUID();
        try (var visitor = guest.stream();
                var console = shop.agentStream()) {
            see(guest.post(conversation, "Hello"));
            console.await("inbox");
            console.watch(conversation, 0).await("sync");
            console.send(Map.of("type", "typing", "conversation", conversation, "active", true));
            console.send(Map.of("type", "viewing", "conversation", conversation, "state", "writing"));
            console.mark("read", conversation, 1);
            visitor.await("receipt");
            var path = "/v1/conversations/" + conversation;
            var file =
                    agent.upload("/v1/attachments", TestFile.png()).expect(201).at("/id");
            discuss(agent, path);
            agent.post(path + "/messages", Map.of("content", "Good day", "attachments", new String[] {file}))
                    .expect(201);
            visitor.await("message");
            agent.patch(path, Map.of("status", "resolved")).expect(200);
            see(guest.post(conversation, "One more thing"));
            visitor.send(Map.of("type", "catchup", "conversation", conversation, "after", 0))
                    .await("sync");
            visitor.untilPong();
            seen.append(visitor.heard());
        }
        answers(guest, conversation);
        assertNothingForAgentsWasSeen();
    }

    private void assertNothingForAgentsWasSeen() {
        assertThat(seen).contains("Good day");
        assertThat(seen.toString()).doesNotContain(shop.email(), "@shop.example", ADDRESS, "127.0.0.1", "passwordHash");
        assertThat(seen.toString())
                .doesNotContain(
                        NOTE,
                        TAG,
                        COLLEAGUE,
                        "\"note",
                        "\"mention",
                        "\"tag",
                        "\"assign",
                        "\"snooze",
                        "viewing",
                        "\"event",
                        "\"team",
                        "\"agents");
    }

    /// What agents tell each other of a conversation.
    private void discuss(Http agent, String path) {
        var colleague = server.agents()
                .add(
                        new NewAgent(
                                shop.id(),
                                "agent-" + UUID.randomUUID() + "@shop.example",
                                COLLEAGUE,
                                Role.AGENT,
                                RunningServer.PASSWORD),
                        Actor.SYSTEM);
        var id = colleague.id().toString();
        agent.post(path + "/notes", Map.of("content", NOTE, "mentions", List.of(id)))
                .expect(201);
        agent.patch(path + "/tags", Map.of("add", List.of(TAG))).expect(200);
        Map<String, Object> nobodys = new HashMap<>(Map.of("agent", id));
        nobodys.put("expected", null);
        agent.put(path + "/assignee", nobodys).expect(200);
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        agent.put(path + "/snooze", Map.of("until", tomorrow.toString())).expect(200);
        var told =
                agent.get(path).expect(200).text() + agent.get(path + "/notes").text();
        assertThat(told).contains(NOTE, TAG, COLLEAGUE, "snooze");
    }

    private void answers(Guest guest, UUID conversation) {
        see(shop.page().get(shop.settings()));
        see(shop.page()
                .post(
                        "/v1/widget/session",
                        Map.of(
                                "apiKey",
                                shop.key().value(),
                                "organizationId",
                                shop.id(),
                                "visitorToken",
                                guest.token())));
        see(guest.http().get("/v1/widget/conversations"));
        see(guest.http().get("/v1/widget/conversations/" + conversation + "/messages"));
        see(guest.http().patch("/v1/widget/user", Map.of("name", "Grace")));
    }
}
