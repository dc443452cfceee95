package io.chask.settings;

import io.chask.database.Database;
import io.chask.organization.ApiKeys;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Revokes keys whose time has come, some seconds later at most.
public final class KeyRetirement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirement.class);
    private static final long PERIOD_SECONDS = 5;

    private final ApiKeys keys;
    private final Database watcher;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-retirement").factory());

    /// Begins to look.
    ///
    /// @param watcher pool of the watcher's role
    public KeyRetirement(ApiKeys keys, Database watcher, Clock clock) {
        this.keys = keys;
        this.watcher = watcher;
        this.clock = clock;
        var _ = timer.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            keys.revokeRetired(watcher, clock.instant());
        } catch (RuntimeException failure) {
            // What is due stays due: the next look finds it.
            LOG.warn("revoking keys: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
