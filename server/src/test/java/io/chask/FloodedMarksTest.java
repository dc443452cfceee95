package io.chask;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One visitor who acknowledges what he cannot have received is nobody else's trouble.
final class FloodedMarksTest {

    private final Shop shop = RunningServer.shared().shop();

    @Test
    void aVisitorsReceiptComesWhileAnotherAcknowledgesConversationsThatAreNotHis() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        try (var flooder = shop.guest().stream();
                var visitor = guest.stream();
                var agent = shop.agentStream()) {
            agent.watch(conversation, 0);
            agent.await("sync");
            for (int number = 0; number < 2_000; number++) {
                flooder.mark("ack", UUID.randomUUID(), 1);
            }
            visitor.mark("read", conversation, 1);
            agent.await(frame -> frame.at("/type").asString().equals("receipt")
                    && frame.at("/read").asLong() == 1);
            flooder.untilPong();
        }
    }
}
