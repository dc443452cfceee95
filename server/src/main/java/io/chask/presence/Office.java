package io.chask.presence;

import io.chask.delivery.PresenceFeed;
import io.chask.wire.ServerFrame;
import io.chask.wire.ServerFrame.PresentAgent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization's agents as this node has told them last.
final class Office {

    private final UUID organization;
    private final PresenceFeed feed;
    private volatile @Nullable List<AgentPresence> told;

    Office(UUID organization, PresenceFeed feed) {
        this.organization = organization;
        this.feed = feed;
    }

    boolean known() {
        return told != null;
    }

    List<AgentPresence> agents() {
        var agents = told;
        return agents == null ? List.of() : agents;
    }

    boolean available() {
        return available(agents());
    }

    private static boolean available(List<AgentPresence> agents) {
        return agents.stream().anyMatch(agent -> agent.state() == PresenceState.ONLINE);
    }

    ServerFrame.Presence frame() {
        return frame(agents());
    }

    private static ServerFrame.Presence frame(List<AgentPresence> agents) {
        var present = agents.stream()
                .map(each -> new PresentAgent(
                        each.agent(), each.state().code(), each.choice().code()))
                .toList();
        return new ServerFrame.Presence(available(agents), present);
    }

    /// Takes what the database says, and tells what is new of it. Whoever asks the database does so within this
    /// office's
    /// lock, or an older answer could come last.
    ///
    /// @return whether something is new
    synchronized boolean take(List<AgentPresence> now) {
        var before = told;
        told = List.copyOf(now);
        if (now.equals(before)) {
            return false;
        }
        // Whoever was connected before it was known has asked for it himself.
        if (before == null) {
            return true;
        }
        feed.tellAgents(organization, frame(now));
        if (available(before) != available(now)) {
            feed.tellVisitors(organization, available(now));
        }
        return true;
    }
}
