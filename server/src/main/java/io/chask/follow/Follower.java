package io.chask.follow;

import io.chask.conversation.ConversationId;
import io.chask.database.QuietStop;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what is written, on a thread of its own and after the commit: messages do not wait for it. It works in short
/// steps and takes at most a tenth of its thread's time, so a flood of messages makes it late, not messages slow.
public final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    /// Conversations that wait. When full, the next is not noted: the sweep finds it.
    private static final int MOST_WAITING = 50_000;
    private static final long REST_MILLIS = 200;
    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;
    private static final long REST_FACTOR = 9;
    private static final long SWEEP_MILLIS = TimeUnit.HOURS.toMillis(1);

    /// What is to be done. All methods block.
    public interface Task {

        /// Some of what is behind, over all organizations; none when nothing is. Looks through the whole table: asked
        /// at
        /// the start, every hour, and after an overflow or a failure.
        List<ConversationId> behind();

        /// Brings conversations of one organization up to date, each by a bounded step.
        ///
        /// @param conversations each with what it was noted with
        /// @return those that need another step
        Collection<UUID> step(UUID organization, Map<UUID, Boolean> conversations);
    }

    private final Task task;
    private final String name;
    private final int batch;
    /// In the order of their arrival. Guarded by itself.
    private final SequencedMap<ConversationId, Boolean> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService timer;
    private volatile boolean sweep = true;

    /// @param name  of the thread
    /// @param batch conversations of a step: a long step would hold a core for seconds
    public Follower(String name, int batch, Task task) {
        this.name = name;
        this.batch = batch;
        this.task = task;
        var steps = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory());
        // What is still to be done when it is closed is found by the next start.
        steps.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.timer = steps;
    }

    /// Begins to follow.
    public void start() {
        var _ = timer.schedule(this::work, REST_MILLIS, TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(() -> sweep = true, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// There is something to do about the conversation. Does not block.
    ///
    /// @param mark told to the task; once true it stays so until the task is told
    public void note(ConversationId conversation, boolean mark) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.merge(conversation, mark, Boolean::logicalOr);
            } else {
                sweep = true;
            }
        }
    }

    private void work() {
        long begun = System.nanoTime();
        long rest = 0;
        try {
            step();
            rest = isDone() ? REST_MILLIS : 1;
        } catch (RuntimeException failure) {
            // What was taken is behind still: the sweep finds it.
            sweep = true;
            rest = REST_AFTER_FAILURE_MILLIS;
            LOG.warn("{}: {}", name, failure.toString());
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        // May have been closed meanwhile: then there is no next time.
        if (!timer.isShutdown()) {
            var _ = timer.schedule(this::work, Math.max(rest, took * REST_FACTOR), TimeUnit.MILLISECONDS);
        }
    }

    /// Does everything that is to be done, without a rest. Blocks.
    public void catchUp() {
        do {
            step();
        } while (!isDone());
    }

    private boolean isDone() {
        synchronized (waiting) {
            return waiting.isEmpty() && !sweep;
        }
    }

    private synchronized void step() {
        var taken = take();
        if (taken.isEmpty() && sweep) {
            var behind = task.behind();
            behind.forEach(conversation -> note(conversation, false));
            sweep = !behind.isEmpty();
            taken = take();
        }
        Map<UUID, Map<UUID, Boolean>> conversations = new HashMap<>();
        taken.forEach((id, mark) -> conversations
                .computeIfAbsent(id.organization(), _ -> new HashMap<>())
                .put(id.value(), mark));
        conversations.forEach((organization, ids) ->
                task.step(organization, ids).forEach(behind -> note(new ConversationId(organization, behind), false)));
    }

    private Map<ConversationId, Boolean> take() {
        Map<ConversationId, Boolean> taken = new HashMap<>();
        synchronized (waiting) {
            while (taken.size() < batch && !waiting.isEmpty()) {
                var first = waiting.pollFirstEntry();
                taken.put(first.getKey(), first.getValue());
            }
        }
        return taken;
    }

    @Override
    public void close() {
        QuietStop.end(timer);
    }
}
