package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// S9: what is for agents only never reaches a visitor, in no frame and no answer of a whole scene.
final class VisitorSightTest {

    private static final String ADDRESS = "203.0.113.77";

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
            console.mark("read", conversation, 1);
            visitor.await("receipt");
            var path = "/v1/conversations/" + conversation;
            var file =
                    agent.upload("/v1/attachments", TestFile.png()).expect(201).at("/id");
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
        assertThat(seen).contains("Good day");
        assertThat(seen.toString()).doesNotContain(shop.email(), "@shop.example", ADDRESS, "127.0.0.1", "passwordHash");
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
