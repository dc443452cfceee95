package io.chask.delivery;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs an action for a key at once, and then again at most once an interval as long as the key is touched. Runs of one
/// key never overlap. Holds only keys touched within the last interval.
final class Coalescer<K> {
    private static final class State {
        private boolean dirty;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Coalescer.class);

    private final ConcurrentMap<K, State> states = new ConcurrentHashMap<>();
    private final Duration interval;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Consumer<K> action;

    /// @param threads where the action runs; it may block
    Coalescer(Duration interval, Executor threads, ScheduledExecutorService timer, Consumer<K> action) {
        this.interval = interval;
        this.threads = threads;
        this.timer = timer;
        this.action = action;
    }

    /// Asks for a run.
    void touch(K key) {
        states.compute(key, (_, present) -> {
            if (present == null) {
                start(key);
                return new State();
            }
            present.dirty = true;
            return present;
        });
    }

    private void start(K key) {
        threads.execute(() -> {
            try {
                action.accept(key);
            } catch (RuntimeException e) {
                // What it would have told is still to be told, when the database is back.
                LOG.warn("telling of a change failed; trying again: {}", e.getMessage());
                touch(key);
            } finally {
                var _ = timer.schedule(() -> settle(key), interval.toNanos(), TimeUnit.NANOSECONDS);
            }
        });
    }

    private void settle(K key) {
        states.computeIfPresent(key, (_, present) -> {
            if (!present.dirty) {
                return null;
            }
            start(key);
            return new State();
        });
    }
}
