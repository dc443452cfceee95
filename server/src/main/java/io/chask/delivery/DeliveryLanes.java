package io.chask.delivery;

import io.chask.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Threads that tell what has been committed, so that the committing thread goes on at once. A conversation is always
/// in
/// the same lane, so its order stays. Bounded: when full, the caller is told.
final class DeliveryLanes {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLanes.class);
    private static final int LANES = 2;
    private static final int CAPACITY = 32_768;

    private final List<BlockingQueue<Runnable>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    DeliveryLanes() {
        for (int lane = 0; lane < LANES; lane++) {
            var queue = new ArrayBlockingQueue<Runnable>(CAPACITY);
            queues.add(queue);
            threads.add(Thread.ofPlatform().daemon().name("delivery-" + lane).start(() -> run(queue)));
        }
    }

    /// Runs the task after those of this conversation given before.
    ///
    /// @return false when there is no room: it will not run
    boolean offer(ConversationId conversation, Runnable task) {
        return queues.get(Math.floorMod(conversation.hashCode(), queues.size())).offer(task);
    }

    private static void run(BlockingQueue<Runnable> queue) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                queue.take().run();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                // Nothing acknowledged depends on it: the next message or the position check tells it.
                LOG.error("delivering failed", failure);
            }
        }
    }

    void stop() {
        threads.forEach(Thread::interrupt);
    }
}
