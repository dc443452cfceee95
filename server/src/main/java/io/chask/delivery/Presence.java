package io.chask.delivery;

import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells visitors whether an agent is connected. That the last one has left is told a little later: a page that is
/// loaded again is no absence.
final class Presence {
    private static final Duration ABSENCE = Duration.ofSeconds(5);

    private final UUID node = UUID.randomUUID();
    private final Subscriptions subscriptions;
    private final Bus bus;
    private final ScheduledExecutorService timer;
    private final Map<UUID, Boolean> told = new ConcurrentHashMap<>();
    // One entry a node and organization with agents there.
    private final Map<UUID, Map<UUID, Integer>> elsewhere = new ConcurrentHashMap<>();

    Presence(Subscriptions subscriptions, Bus bus, ScheduledExecutorService timer) {
        this.subscriptions = subscriptions;
        this.bus = bus;
        this.timer = timer;
        subscriptions.onAgentsChanged(this::changed);
    }

    boolean available(UUID organization) {
        return !subscriptions.agents(organization).isEmpty() || elsewhere.containsKey(organization);
    }

    private void changed(UUID organization, int connected) {
        bus.publish(new Bus.Signal.Agents(node, organization, connected));
        settle(organization);
    }

    void remote(Bus.Signal.Agents agents) {
        elsewhere.compute(agents.organization(), (_, present) -> {
            var nodes = present == null ? new ConcurrentHashMap<UUID, Integer>() : present;
            if (agents.connected() > 0) {
                nodes.put(agents.node(), agents.connected());
            } else {
                nodes.remove(agents.node());
            }
            return nodes.isEmpty() ? null : nodes;
        });
        settle(agents.organization());
    }

    private void settle(UUID organization) {
        if (available(organization)) {
            tell(organization, true);
        } else {
            var _ = timer.schedule(
                    () -> {
                        if (!available(organization)) {
                            tell(organization, false);
                        }
                    },
                    ABSENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void tell(UUID organization, boolean available) {
        var before = available ? told.put(organization, true) : told.remove(organization);
        if (available == (before != null)) {
            return;
        }
        var frame = FrameEncoder.encode(new ServerFrame.Presence(available));
        subscriptions.visitorsOf(organization).forEach(subscription -> subscription.tell(frame));
    }
}
