package io.chask.delivery;

import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.util.UUID;
import java.util.function.Consumer;

/// Tells who of an organization's agents is there, and hears from other nodes when it is worth a look.
public final class PresenceFeed {

    private final Subscriptions subscriptions;
    private final Bus bus;
    private volatile Consumer<UUID> listener = _ -> {};

    PresenceFeed(Subscriptions subscriptions, Bus bus) {
        this.subscriptions = subscriptions;
        this.bus = bus;
    }

    /// Tells an organization's visitors here whether somebody is there to answer.
    public void tellVisitors(UUID organization, boolean available) {
        var frame = FrameEncoder.encode(ServerFrame.Presence.toVisitors(available));
        subscriptions.visitorsOf(organization).forEach(receiver -> receiver.tell(frame));
    }

    /// Tells an organization's agents here who of them is there.
    public void tellAgents(UUID organization, ServerFrame.Presence presence) {
        var frame = FrameEncoder.encode(presence);
        subscriptions.agents(organization).forEach(receiver -> receiver.tell(frame));
    }

    /// Tells the other nodes to look.
    public void changed(UUID organization) {
        bus.publish(new Bus.Signal.Presence(organization));
    }

    /// Told of each organization that another node says is worth a look. Must not block.
    public void onHeard(Consumer<UUID> heard) {
        listener = heard;
    }

    void heard(UUID organization) {
        listener.accept(organization);
    }
}
