package io.chask.delivery;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import io.chask.wire.ViewingState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Who is connected to this node: visitors by organization and visitor, agents by organization and by what they watch.
public final class Subscriptions {
    private record VisitorKey(UUID organization, UUID visitor) {}

    // Small unchangeable lists: nearly every visitor has one connection, and fan-out reads without a lock.
    private final Map<VisitorKey, List<Subscription>> visitors = new ConcurrentHashMap<>();
    private final Map<UUID, List<Subscription>> agents = new ConcurrentHashMap<>();
    private final Map<ConversationId, List<Subscription>> watchers = new ConcurrentHashMap<>();
    private volatile BiConsumer<UUID, UUID> agentLeft = (_, _) -> {};

    /// Adds the connection, held: load and write its state, then [Subscription#release] it.
    public Subscription add(Connection connection) {
        var subscription = new Subscription(connection, this);
        switch (connection.reader()) {
            case Author.Visitor(var visitor) ->
                put(visitors, new VisitorKey(connection.organization(), visitor), subscription);
            case Author.Agent _ -> put(agents, connection.organization(), subscription);
        }
        return subscription;
    }

    void remove(Subscription subscription) {
        var connection = subscription.connection();
        switch (connection.reader()) {
            case Author.Visitor(var visitor) ->
                take(visitors, new VisitorKey(connection.organization(), visitor), subscription);
            case Author.Agent(var agent) -> {
                take(agents, connection.organization(), subscription);
                agentLeft.accept(connection.organization(), agent);
            }
        }
    }

    void addWatcher(ConversationId conversation, Subscription subscription) {
        put(watchers, conversation, subscription);
    }

    void removeWatcher(ConversationId conversation, Subscription subscription) {
        take(watchers, conversation, subscription);
    }

    /// A visitor's connections to this node.
    public List<Subscription> ofVisitor(UUID organization, UUID visitor) {
        return visitors.getOrDefault(new VisitorKey(organization, visitor), List.of());
    }

    /// The connections of all agents of an organization.
    public List<Subscription> agents(UUID organization) {
        return agents.getOrDefault(organization, List.of());
    }

    /// Agents' connections that get full messages of the conversation.
    public List<Subscription> watchers(ConversationId conversation) {
        return watchers.getOrDefault(conversation, List.of());
    }

    /// Tells the agents who watch the conversation what a colleague does with it.
    void viewing(ConversationId conversation, ViewingAgent agent, ViewingState state) {
        var watching = watchers(conversation);
        if (watching.isEmpty()) {
            return;
        }
        var colleague = new ServerFrame.InboxAssignee(agent.id(), agent.name());
        var frame = FrameEncoder.encode(new ServerFrame.Viewing(conversation.value(), colleague, state));
        for (var receiver : watching) {
            if (!receiver.connection().id().equals(agent.connection())) {
                receiver.tell(frame);
            }
        }
    }

    /// The organizations of everyone connected to this node.
    public Set<UUID> organizations() {
        var organizations = new HashSet<>(agents.keySet());
        visitors.keySet().forEach(key -> organizations.add(key.organization()));
        return organizations;
    }

    /// Every connection of this node, for closing those that have been revoked.
    public List<Connection> connections() {
        var all = new ArrayList<Connection>();
        visitors.values().forEach(each -> collect(each, all));
        agents.values().forEach(each -> collect(each, all));
        return all;
    }

    /// The connections of an organization's visitors.
    List<Subscription> visitorsOf(UUID organization) {
        var all = new ArrayList<Subscription>();
        visitors.forEach((key, each) -> {
            if (key.organization().equals(organization)) {
                all.addAll(each);
            }
        });
        return all;
    }

    /// Told the organization and the agent after each end of a stream of his. Must not block.
    public void onAgentLeft(BiConsumer<UUID, UUID> listener) {
        agentLeft = listener;
    }

    private static void collect(Collection<Subscription> from, List<Connection> to) {
        from.forEach(subscription -> to.add(subscription.connection()));
    }

    private static <K> void put(Map<K, List<Subscription>> map, K key, Subscription subscription) {
        map.compute(key, (_, present) -> {
            if (present == null) {
                return List.of(subscription);
            }
            if (present.contains(subscription)) {
                return present;
            }
            var more = new ArrayList<>(present);
            more.add(subscription);
            return List.copyOf(more);
        });
    }

    private static <K> void take(Map<K, List<Subscription>> map, K key, Subscription subscription) {
        map.computeIfPresent(key, (_, present) -> {
            var fewer = present.stream().filter(each -> each != subscription).toList();
            return fewer.isEmpty() ? null : fewer;
        });
    }

    /// How many connections hear of the conversation's messages here.
    int hearers(ConversationId conversation, UUID visitor) {
        return ofVisitor(conversation.organization(), visitor).size()
                + watchers(conversation).size();
    }
}
