package io.chask.api;

import io.chask.contact.Device;
import io.chask.conversation.Author.Reader;
import io.chask.delivery.Connection;
import io.chask.edge.FrameSocket;
import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stream of the edge, as delivery sees it: with its organization and its reader.
///
/// @param proof what its reader was let in by (an API key, or an agent's session); revoking it closes the stream
/// @param since when it was let in
/// @param device the session of a verified visitor, whose end closes the stream too
public record SocketConnection(
        FrameSocket socket,
        UUID organization,
        Reader reader,
        UUID proof,
        Instant since,
        @Nullable Device device) implements Connection {

    /// Whether it was let in by this key or session.
    public boolean standsOn(UUID subject) {
        return proof.equals(subject) || (device != null && device.session().equals(subject));
    }

    @Override
    public UUID id() {
        return socket.id();
    }

    @Override
    public void send(EncodedFrame frame) {
        socket.send(frame);
    }

    @Override
    public void close(CloseCode code) {
        socket.close(code);
    }

    @Override
    public boolean awaitDrained(Duration limit) throws InterruptedException {
        return socket.awaitDrained(limit);
    }
}
