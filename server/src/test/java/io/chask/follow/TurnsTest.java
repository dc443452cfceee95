package io.chask.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TurnsTest {

    private static final int STEPS = 10;

    private final CountDownLatch toDo = new CountDownLatch(2 * STEPS);
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();

    @Test
    void followersWorkOnOneThreadSoNeverAtTheSameTime() throws InterruptedException {
        try (var turns = new Turns(() -> false)) {
            for (String name : List.of("first", "second")) {
                var follower = new Follower(name, 1, (Steps) this::watched);
                for (int step = 0; step < STEPS; step++) {
                    follower.note(new ConversationId(UUID.randomUUID(), UUID.randomUUID()), false);
                }
                follower.start(turns);
            }
            toDo.await();
        }
        assertThat(atWork).hasSize(1);
    }

    private Collection<UUID> watched(UUID organization, Map<UUID, Boolean> conversations) {
        atWork.add(Thread.currentThread());
        toDo.countDown();
        return List.of();
    }
}
