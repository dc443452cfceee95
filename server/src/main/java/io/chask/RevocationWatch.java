package io.chask;

import io.chask.api.SocketConnection;
import io.chask.conversation.Author;
import io.chask.database.StoreUnavailable;
import io.chask.delivery.Connection;
import io.chask.delivery.Subscriptions;
import io.chask.organization.Revocation;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import io.chask.wire.CloseCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the streams of whatever was revoked on any node, two seconds later at most (wire/PROTOCOL.md §8: 4004, 4006),
/// and those whose time is over.
final class RevocationWatch implements AutoCloseable {

    /// How long it pauses between two looks.
    static final Duration PERIOD = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);
    private static final Duration AGE = Duration.ofMinutes(1);

    private final Revocations revocations;
    private final Subscriptions subscriptions;
    private final ExpiryWatch expiry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revocations").factory());
    private Set<Key> seen;

    /// Begins to watch. What was revoked before concerns nobody here: those who connect later are checked then.
    RevocationWatch(Revocations revocations, Subscriptions subscriptions, ExpiryWatch expiry, Clock clock) {
        this.revocations = revocations;
        this.subscriptions = subscriptions;
        this.expiry = expiry;
        this.seen = keys(revocations.recent(AGE));
        var _ = timer.scheduleWithFixedDelay(
                () -> look(clock.instant()), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Looks once. Blocks.
    synchronized void look(Instant now) {
        try {
            var recent = revocations.recent(AGE);
            for (var revocation : recent) {
                if (!seen.contains(new Key(revocation.organization(), revocation.number()))) {
                    close(revocation);
                }
            }
            seen = keys(recent);
            expiry.look(subscriptions.connections(), now);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("revocations could not be read; trying again", unavailable);
        } catch (RuntimeException failure) {
            // The next look must come whatever happened.
            LOG.error("looking for revocations", failure);
        }
    }

    private void close(Revocation revocation) {
        for (Connection connection : subscriptions.connections()) {
            if (concerns(revocation, connection)) {
                connection.close(code(revocation.kind()));
            }
        }
    }

    private static CloseCode code(Kind kind) {
        return switch (kind) {
            case BLOCK -> CloseCode.BANNED;
            // Who was identified comes again at once, as the one he is now.
            case IDENTIFIED, GAINED -> CloseCode.DRAINING;
            case KEY, SESSION, AGENT, VISITOR -> CloseCode.REVOKED;
        };
    }

    private static boolean concerns(Revocation revocation, Connection connection) {
        if (!connection.organization().equals(revocation.organization())) {
            return false;
        }
        var subject = revocation.subject();
        return switch (revocation.kind()) {
            case KEY, SESSION -> connection instanceof SocketConnection socket && socket.standsOn(subject);
            case AGENT ->
                connection.reader() instanceof Author.Agent agent && agent.id().equals(subject);
            case IDENTIFIED ->
                connection instanceof SocketConnection socket
                        && socket.device() == null
                        && socket.reader().equals(new Author.Visitor(subject));
            // Whoever came after it was told of them.
            case GAINED ->
                connection instanceof SocketConnection socket
                        && socket.reader().equals(new Author.Visitor(subject))
                        && socket.since().isBefore(revocation.at());
            case VISITOR, BLOCK ->
                connection.reader() instanceof Author.Visitor visitor
                        && visitor.id().equals(subject);
        };
    }

    private static Set<Key> keys(List<Revocation> revocations) {
        Set<Key> keys = new HashSet<>();
        revocations.forEach(revocation -> keys.add(new Key(revocation.organization(), revocation.number())));
        return keys;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private record Key(UUID organization, long number) {}
}
