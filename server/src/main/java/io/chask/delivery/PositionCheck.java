package io.chask.delivery;

import io.chask.conversation.Changes;
import io.chask.conversation.Changes.Found;
import io.chask.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the database again and again what has changed in the organizations served here, and tells what nobody was told
/// of: a lost wake-up or a failed telling makes delivery late, never lossy. What is known here already costs a look
/// into memory.
public final class PositionCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PositionCheck.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    /// How long a transaction may have been on its way to its commit: as long as a statement may take.
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final Subscriptions subscriptions;
    private final Fanout fanout;
    private final Changes changes;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("position-check").factory());
    private Map<ConversationId, Instant> restated = Map.of();
    private long checkedAt;

    /// @param nanos monotonic time
    public PositionCheck(Subscriptions subscriptions, Fanout fanout, Changes changes, LongSupplier nanos) {
        this.subscriptions = subscriptions;
        this.fanout = fanout;
        this.changes = changes;
        this.nanos = nanos;
        this.checkedAt = nanos.getAsLong();
    }

    /// Begins to look every ten seconds.
    public void start() {
        var _ = timer.scheduleWithFixedDelay(
                this::lookAgain, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException failure) {
            // The next look covers this one's time too.
            LOG.warn("what has changed could not be read; trying again: {}", failure.toString());
        }
    }

    /// Looks once, at everything since the last look that succeeded. Blocks.
    public synchronized void look() {
        long begun = nanos.getAsLong();
        var organizations = subscriptions.organizations();
        if (!organizations.isEmpty()) {
            tell(changes.within(
                    organizations, Duration.ofNanos(begun - checkedAt).plus(OVERLAP)));
        }
        checkedAt = begun;
    }

    private void tell(Found found) {
        for (var advanced : found.advanced()) {
            fanout.found(advanced);
        }
        found.marked().forEach(fanout::found);
        Map<ConversationId, Instant> now = new HashMap<>();
        for (var each : found.restated()) {
            now.put(each.conversation(), each.at());
            if (!each.at().equals(restated.get(each.conversation()))) {
                fanout.found(each);
            }
        }
        restated = now;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
