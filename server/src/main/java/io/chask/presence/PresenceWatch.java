package io.chask.presence;

import io.chask.conversation.Author;
import io.chask.delivery.PresenceFeed;
import io.chask.delivery.Subscriptions;
import io.chask.wire.ServerFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is there, as one node sees it: writes which agents have streams here, reads the states of those anywhere, and
/// tells
/// what has changed. What is told at once on this node another learns by the bus, or two seconds later by itself.
public final class PresenceWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceWatch.class);
    private static final long LOOK_SECONDS = 2;
    private static final long BEAT_SECONDS = 8;

    private final Presences presences;
    private final Subscriptions subscriptions;
    private final PresenceFeed feed;
    private final Clock clock;
    // One entry an organization with somebody connected here.
    private final Map<UUID, Office> offices = new ConcurrentHashMap<>();
    // One entry an agent with a stream here that tells of his idleness; the others count as busy.
    private final Map<UUID, Instant> actives = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());
    private volatile Consumer<UUID> listener = _ -> {};

    public PresenceWatch(Presences presences, Subscriptions subscriptions, PresenceFeed feed, Clock clock) {
        this.presences = presences;
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.clock = clock;
        feed.onHeard(organization -> later(() -> look(organization)));
        subscriptions.onAgentLeft((organization, agent) -> later(() -> left(organization, agent)));
    }

    /// Begins to look by itself.
    public void start() {
        var _ = timer.scheduleWithFixedDelay(
                () -> guarded(this::lookAll), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        var _ = timer.scheduleWithFixedDelay(() -> guarded(this::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /// Told of each organization of which somebody has come, gone or changed. Must not block.
    public void onChange(Consumer<UUID> changed) {
        listener = changed;
    }

    /// Whether an agent is online. Blocks where this node has not asked yet.
    public boolean available(UUID organization) {
        return known(organization).available();
    }

    /// Who is there, as agents are told. Blocks as [#available].
    public ServerFrame.Presence frame(UUID organization) {
        return known(organization).frame();
    }

    /// Everybody with a stream, as the database has it now. Blocks.
    public List<AgentPresence> agents(UUID organization) {
        look(organization);
        return known(organization).agents();
    }

    private Office known(UUID organization) {
        var office = office(organization);
        if (!office.known()) {
            look(organization);
        }
        return office;
    }

    private Office office(UUID organization) {
        return offices.computeIfAbsent(organization, id -> new Office(id, feed));
    }

    /// A stream of this agent has been added here. Blocks.
    ///
    /// @param idle how long ago he did something; null: his client does not watch for that, and he counts as busy
    public void opened(UUID organization, UUID agent, @Nullable Duration idle) {
        var now = clock.instant();
        var active = idle == null ? now : now.minus(idle);
        if (idle != null) {
            actives.merge(agent, active, PresenceWatch::greater);
        }
        presences.seen(organization, Map.of(agent, active), now);
        look(organization);
    }

    /// An agent did something so long ago. Does not block: the next sign carries it, at once only when he was away.
    public void active(UUID organization, UUID agent, Duration idle) {
        var at = clock.instant().minus(idle);
        actives.merge(agent, at, PresenceWatch::greater);
        boolean away = office(organization).agents().stream()
                .anyMatch(each -> each.agent().equals(agent)
                        && each.state() == PresenceState.AWAY
                        && each.choice() == PresenceState.ONLINE);
        if (away) {
            later(() -> {
                presences.seen(organization, Map.of(agent, at), clock.instant());
                look(organization);
            });
        }
    }

    private static Instant greater(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// What this agent wants to be seen as. Blocks.
    public void choose(UUID organization, UUID agent, PresenceState choice) {
        presences.choose(organization, agent, choice, clock.instant());
        look(organization);
    }

    private void left(UUID organization, UUID agent) {
        if (!connected(organization).contains(agent)) {
            actives.remove(agent);
            presences.left(organization, agent, clock.instant());
        }
    }

    private Set<UUID> connected(UUID organization) {
        return subscriptions.agents(organization).stream()
                .flatMap(each -> each.connection().reader() instanceof Author.Agent(var agent)
                        ? Stream.of(agent)
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    private void look(UUID organization) {
        boolean news;
        var office = office(organization);
        synchronized (office) {
            var found = presences.of(Set.of(organization), clock.instant());
            news = office.take(found.getOrDefault(organization, List.of()));
        }
        if (news) {
            feed.changed(organization);
            listener.accept(organization);
        }
    }

    /// Looks at everybody who concerns this node: states change by time, too, and on other nodes.
    private void lookAll() {
        var organizations = subscriptions.organizations();
        offices.keySet().retainAll(organizations);
        if (organizations.isEmpty()) {
            return;
        }
        var found = presences.of(organizations, clock.instant());
        organizations.stream()
                .filter(each -> !office(each).agents().equals(found.getOrDefault(each, List.of())))
                .forEach(this::look);
    }

    /// Tells the database who is here.
    private void beat() {
        var now = clock.instant();
        // Each by itself: what fails for one must not let the agents of the others seem to have left.
        subscriptions.organizations().forEach(organization -> guarded(() -> beat(organization, now)));
    }

    private void beat(UUID organization, Instant now) {
        Map<UUID, Instant> here = new HashMap<>();
        connected(organization).forEach(agent -> here.put(agent, actives.getOrDefault(agent, now)));
        if (!here.isEmpty()) {
            presences.seen(organization, here, now);
        }
    }

    private void later(Runnable work) {
        try {
            threads.execute(() -> guarded(work));
        } catch (RejectedExecutionException stopping) {
            // The node is stopping: that its signs stop tells the others the same.
            LOG.debug("not done while stopping");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            // The next look, or the next sign, makes good for it.
            LOG.warn("who is there could not be read or written; trying again: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
