package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// An agent puts a conversation aside whose visitor has just written.
final class UnseenMessageTest {

    private static final String REFUSED = "SEND_ERROR";

    private final Shop shop = RunningServer.shared().shop();
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(2);
    private final String path = "/v1/conversations/" + conversation;
    private final Http agent = shop.agent();

    private Answer snooze(Object seen) {
        var until = Instant.now().plusSeconds(3600).toString();
        return agent.put(path + "/snooze", Map.of("until", until, "seen", seen));
    }

    private Answer resolve(Object seen) {
        return agent.patch(path, Map.of("status", "resolved", "seen", seen));
    }

    @Test
    void whatHeHasNotSeenIsNotResolved() {
        resolve(1).expectProblem(409, REFUSED, "MESSAGE_UNSEEN");
        assertThat(agent.get(path).at("/status")).isEqualTo("open");
        assertThat(resolve(2).expect(200).at("/status")).isEqualTo("resolved");
    }

    @Test
    void whatHeHasNotSeenIsNotPutToRest() {
        snooze(1).expectProblem(409, REFUSED, "MESSAGE_UNSEEN");
        assertThat(agent.get(path).json().has("snoozedUntil")).isFalse();
        assertThat(agent.get(path + "/events").at("/events/0/kind")).isEmpty();
        assertThat(snooze(2).expect(200).json().has("snoozedUntil")).isTrue();
    }

    @Test
    void visitorWhoWritesWhileItIsPutToRestWakesIt() {
        // As if the message were committed right after the look for such.
        snooze(3).expect(200);
        guest.post(conversation, "One more question").expect(201);
        assertThat(agent.get(path).json().has("snoozedUntil")).isFalse();
    }

    @Test
    void whatWasSeenIsASequence() {
        assertThat(resolve(-1).expectProblem(400, REFUSED, "INVALID_FIELD").at("/fields/0/field"))
                .isEqualTo("seen");
        assertThat(snooze(-1).expectProblem(400, REFUSED, "INVALID_FIELD").at("/fields/0/field"))
                .isEqualTo("seen");
    }
}
