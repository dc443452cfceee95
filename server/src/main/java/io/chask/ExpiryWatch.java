package io.chask;

import io.chask.account.Sessions;
import io.chask.api.SocketConnection;
import io.chask.contact.Visitors;
import io.chask.conversation.Author;
import io.chask.delivery.Connection;
import io.chask.wire.CloseCode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Closes the streams whose session has ended by time (4010): of verified visitors whose identity token was followed by
/// none, and of agents whose session is too old or was not used.
final class ExpiryWatch {

    private final Visitors visitors;
    private final Sessions sessions;
    // When the session of a stream ends, as it was last read, by connection.
    private Map<UUID, Instant> ends = Map.of();

    ExpiryWatch(Visitors visitors, Sessions sessions) {
        this.visitors = visitors;
        this.sessions = sessions;
    }

    /// Looks at the streams that are open; called by one thread at a time. Blocks.
    void look(Collection<? extends Connection> connections, Instant now) {
        Map<UUID, Instant> still = new HashMap<>();
        for (var connection : connections) {
            if (connection instanceof SocketConnection socket && hasEnd(socket)) {
                var end = end(socket, now);
                if (end.isEmpty()) {
                    socket.close(CloseCode.REVOKED);
                } else if (end.get().isAfter(now)) {
                    still.put(socket.id(), end.get());
                } else {
                    socket.close(CloseCode.TOKEN_EXPIRED);
                }
            }
        }
        ends = still;
    }

    private static boolean hasEnd(SocketConnection socket) {
        return socket.device() != null || socket.reader() instanceof Author.Agent;
    }

    /// Asks the database only when the time that is known is over: it may have been prolonged. Empty for an agent whose
    /// session is gone, which the end of it may have told before his stream was among those that are looked at.
    private Optional<Instant> end(SocketConnection socket, Instant now) {
        var device = socket.device();
        var known = ends.getOrDefault(socket.id(), device == null ? Instant.MIN : device.expiresAt());
        if (known.isAfter(now)) {
            return Optional.of(known);
        }
        if (device != null) {
            return visitors.expiry(socket.organization(), device.session()).or(() -> Optional.of(known));
        }
        return sessions.endsAt(socket.organization(), socket.proof());
    }
}
