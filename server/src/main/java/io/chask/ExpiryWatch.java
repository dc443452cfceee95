package io.chask;

import io.chask.api.SocketConnection;
import io.chask.contact.Visitors;
import io.chask.delivery.Connection;
import io.chask.wire.CloseCode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Closes the streams of verified visitors whose identity token has ended and was not followed by another (4010).
final class ExpiryWatch {

    private final Visitors visitors;
    // What a new token has prolonged since the stream was opened, by connection.
    private Map<UUID, Instant> prolonged = Map.of();

    ExpiryWatch(Visitors visitors) {
        this.visitors = visitors;
    }

    /// Looks at the streams that are open; called by one thread at a time. Blocks.
    void look(Collection<? extends Connection> connections, Instant now) {
        Map<UUID, Instant> still = new HashMap<>();
        for (var connection : connections) {
            if (connection instanceof SocketConnection socket && socket.device() != null) {
                var device = socket.device();
                var known = prolonged.getOrDefault(socket.id(), device.expiresAt());
                var end = known.isAfter(now)
                        ? known
                        : visitors.expiry(socket.organization(), device.session())
                                .orElse(known);
                if (end.isAfter(now)) {
                    still.put(socket.id(), end);
                } else {
                    socket.close(CloseCode.TOKEN_EXPIRED);
                }
            }
        }
        prolonged = still;
    }
}
