package io.chask.follow;

import io.chask.conversation.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what is written, beside it and after the commit: messages do not wait for it. It works in short steps, one
/// organization's at a time, and rests between them ([Turns]): a flood of messages makes it late, not messages slow.
public final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    /// Conversations that wait. When full, the next is not noted: the sweep finds it.
    private static final int MOST_WAITING = 50_000;
    private static final long REST_MILLIS = 200;
    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;
    private static final long SWEEP_NANOS = TimeUnit.HOURS.toNanos(1);

    /// What is to be done. All methods block.
    public interface Task {

        /// Some of what is behind, over all organizations; none when nothing is. Looks through the whole table: asked
        /// at the start, every hour, and after an overflow or a failure.
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
    /// Guarded by itself.
    private final Backlog waiting = new Backlog(MOST_WAITING);
    private volatile boolean sweep = true;
    private long swept = System.nanoTime();

    /// @param name  for the log
    /// @param batch conversations of a step: a long step would hold a core for seconds
    public Follower(String name, int batch, Task task) {
        this.name = name;
        this.batch = batch;
        this.task = task;
    }

    /// Begins to follow, until the turns end.
    public void start(Turns turns) {
        turns.after(0, REST_MILLIS, () -> work(turns));
    }

    /// There is something to do about the conversation. Does not block. A failure or a stop loses the mark: what counts
    /// stands in a row by which [Task#behind] finds it.
    ///
    /// @param mark told to the task; once true it stays so until the task is told
    public void note(ConversationId conversation, boolean mark) {
        synchronized (waiting) {
            if (!waiting.add(conversation, mark)) {
                sweep = true;
            }
        }
    }

    private void work(Turns turns) {
        long begun = System.nanoTime();
        long restMillis = 0;
        try {
            step();
            restMillis = isDone() ? REST_MILLIS : 0;
        } catch (RuntimeException failure) {
            // What was taken is behind still, by what its rows say: the sweep finds it, without its mark.
            sweep = true;
            restMillis = REST_AFTER_FAILURE_MILLIS;
            LOG.warn("{}: {}", name, failure.toString());
        }
        long now = System.nanoTime();
        if (now - swept > SWEEP_NANOS) {
            swept = now;
            sweep = true;
        }
        turns.after(now - begun, restMillis, () -> work(turns));
    }

    /// Does everything that is to be done, without a rest, also what is committed and not noted yet. Blocks.
    public synchronized void catchUp() {
        sweep = true;
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
        var turn = take();
        if (turn == null && sweep) {
            // Before it is looked: what is asked for meanwhile is about what is committed later.
            sweep = false;
            var behind = task.behind();
            behind.forEach(conversation -> note(conversation, false));
            if (!behind.isEmpty()) {
                sweep = true;
            }
            turn = take();
        }
        if (turn != null) {
            var organization = turn.organization();
            task.step(organization, turn.conversations())
                    .forEach(behind -> note(new ConversationId(organization, behind), false));
        }
    }

    private Backlog.@Nullable Turn take() {
        synchronized (waiting) {
            return waiting.take(batch);
        }
    }
}
