package io.chask.follow;

import io.chask.database.QuietStop;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The thread of a node's followers. They take turns on it: two at once would leave no core of two to the messages.
/// Each turn is followed by a rest of nine times its length, and of ninety-nine times while messages queue.
public final class Turns implements AutoCloseable {

    private static final long REST_FACTOR = 9;
    private static final long REST_FACTOR_WHEN_BUSY = 99;

    private final BooleanSupplier busy;
    private final Duration grace;
    private final ScheduledExecutorService thread;

    /// @param busy whether messages wait for the database
    public Turns(BooleanSupplier busy) {
        this(busy, QuietStop.GRACE);
    }

    /// @param grace what a turn that has begun gets to end in
    Turns(BooleanSupplier busy, Duration grace) {
        this.busy = busy;
        this.grace = grace;
        var turns = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("followers").factory());
        // What is still to be done when it is closed is found by the next start, by what the rows say.
        turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.thread = turns;
    }

    /// Has the next turn taken after a rest; never, once closed.
    ///
    /// @param took       nanoseconds of the turn that has just ended
    /// @param restMillis how long the rest is at least
    void after(long took, long restMillis, Runnable turn) {
        if (!thread.isShutdown()) {
            long rest = took * (busy.getAsBoolean() ? REST_FACTOR_WHEN_BUSY : REST_FACTOR);
            var _ = thread.schedule(
                    turn, Math.max(rest, TimeUnit.MILLISECONDS.toNanos(restMillis)), TimeUnit.NANOSECONDS);
        }
    }

    /// Ends when the turn that has begun is over.
    @Override
    public void close() {
        QuietStop.end(thread, grace);
    }
}
