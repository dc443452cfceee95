package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// S12: a cursor opens nothing. Whoever resumes without a token that counts is sent no message at all.
final class ResumeAccessTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(3);
    private final String epoch =
            shop.page().post("/v1/widget/session", shop.sessionBody()).at("/epoch");
    private final Map<String, Long> cursors = Map.of(conversation.toString(), 1L);

    private void closedWithoutAMessage(String token, String origin, int code) {
        try (var stream = StreamClient.open(server, origin)) {
            stream.hello(token, epoch, cursors);
            assertThat(stream.awaitClose()).isEqualTo(code);
            assertThat(stream.heard()).isEmpty();
        }
    }

    @Test
    void s12EndedTokenWithAValidCursorIsSentNothing() {
        guest.http().post("/v1/widget/logout").expect(204);
        closedWithoutAMessage(guest.token(), RunningServer.ORIGIN, 4004);
    }

    @Test
    void s12TokenOfARevokedKeyWithAValidCursorIsSentNothing() {
        server.organizations().keys().revoke(shop.id(), shop.key().id(), Actor.SYSTEM, Instant.now());
        closedWithoutAMessage(guest.token(), RunningServer.ORIGIN, 4004);
    }

    @Test
    void s12InventedTokenWithAValidCursorIsSentNothing() {
        closedWithoutAMessage(shop.id() + "." + "A".repeat(43), RunningServer.ORIGIN, 4004);
    }

    @Test
    void s12ExpiredTicketWithAValidCursorIsSentNothing() {
        var ticket = shop.agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        server.database()
                .execute("update stream_ticket set expires_at = now() where agent_id = '" + shop.agentId() + "'");
        closedWithoutAMessage(ticket, server.ownOrigin(), 4010);
    }

    @Test
    void s12CursorOfAnotherVisitorsConversationIsIgnored() {
        for (var stranger : new Guest[] {shop.guest(), server.shop().guest()}) {
            try (var stream = StreamClient.open(server, RunningServer.ORIGIN)) {
                stream.hello(stranger.token(), epoch, cursors);
                stream.await("welcome");
                stream.untilPong();
                assertThat(stream.heard()).doesNotContain(conversation.toString());
            }
        }
    }
}
