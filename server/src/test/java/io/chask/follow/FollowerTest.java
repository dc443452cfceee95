package io.chask.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FollowerTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    /// A step that has begun would leave a broken connection and a warning behind when it is interrupted.
    @Test
    void stepThatHasBegunEndsBeforeTheStop() throws InterruptedException {
        var follower = new Follower("test-follower", 1, (Steps) this::held);
        follower.note(conversation(), false);
        follower.note(conversation(), false);
        var turns = new Turns(() -> false, Duration.ofMinutes(1));
        follower.start(turns);
        begun.await();
        var stop = Thread.ofPlatform().start(turns::close);
        while (stop.isAlive() && stop.getState() != Thread.State.TIMED_WAITING) {
            stop.join(1);
        }
        gate.countDown();
        stop.join();
        assertThat(ended).as("the second conversation waits for the next start").hasValue(1);
        assertThat(interrupted).hasValue(0);
    }

    private static ConversationId conversation() {
        return new ConversationId(UUID.randomUUID(), UUID.randomUUID());
    }

    private Collection<UUID> held(UUID organization, Map<UUID, Boolean> conversations) {
        begun.countDown();
        try {
            if (gate.await(20, TimeUnit.SECONDS)) {
                ended.incrementAndGet();
            }
        } catch (InterruptedException hurried) {
            interrupted.incrementAndGet();
        }
        return List.of();
    }
}
