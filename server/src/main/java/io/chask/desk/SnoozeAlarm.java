package io.chask.desk;

import io.chask.database.Database;
import io.chask.database.QuietStop;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes conversations when their time has come, a second later at most.
public final class SnoozeAlarm implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnoozeAlarm.class);

    private final Snoozes snoozes;
    private final Database watcher;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("snooze-alarm").factory());

    /// Begins to look every second.
    ///
    /// @param watcher pool of the watcher's role
    public SnoozeAlarm(Snoozes snoozes, Database watcher, Clock clock) {
        this.snoozes = snoozes;
        this.watcher = watcher;
        this.clock = clock;
        var _ = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            snoozes.wake(watcher, clock.instant());
        } catch (RuntimeException failure) {
            // What is due stays due: the next look finds it, or that of the next start.
            if (!timer.isShutdown()) {
                LOG.warn("waking conversations: {}", failure.toString());
            }
        }
    }

    @Override
    public void close() {
        QuietStop.end(timer, QuietStop.GRACE);
    }
}
