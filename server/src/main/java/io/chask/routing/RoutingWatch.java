package io.chask.routing;

import io.chask.database.Database;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has conversations given out a moment after something has changed, and every few seconds whatever has: what a crash
/// lost, what has woken, who has been gone too long.
public final class RoutingWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingWatch.class);
    private static final long PACE_MILLIS = 250;
    private static final long SWEEP_SECONDS = 5;

    private final Router router;
    private final Database watcher;
    private final Clock clock;
    // At most one entry an organization: however much changes, each is looked at once in a pace.
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("routing").factory());

    /// @param watcher pool of the watcher's role
    public RoutingWatch(Router router, Database watcher, Clock clock) {
        this.router = router;
        this.watcher = watcher;
        this.clock = clock;
    }

    /// Begins to give out.
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::followChanges, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /// Something has changed by which a conversation may find an agent. Does not block.
    public void changed(UUID organization) {
        changed.add(organization);
    }

    private void followChanges() {
        for (var organization : Set.copyOf(changed)) {
            changed.remove(organization);
            guarded(() -> router.route(organization, clock.instant()));
        }
    }

    private void sweep() {
        guarded(() -> Router.organizations(watcher)
                .forEach(organization -> guarded(() -> {
                    var now = clock.instant();
                    router.takeBack(organization, now);
                    router.route(organization, now);
                })));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            // What waits goes on waiting: the next sweep finds it.
            LOG.warn("giving conversations out: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
