package io.chask.edge;

import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// One client's stream, whatever carries it (WebSocket, or event stream and POST). Every method may be called from any
/// thread; none but [#awaitDrained] blocks.
public interface FrameSocket {
    /// Names this stream; stands in `welcome.session`.
    UUID id();

    /// The page's origin, if the client is a browser.
    Optional<String> origin();

    /// Whether the page comes from the address it asked this server by, as the console does.
    boolean ownPage();

    /// The client's address; a proxy's word counts only if it is trusted.
    InetAddress remoteAddress();

    /// Writes the frame in the order of the calls. When the client does not take what waits, volatile frames are
    /// dropped
    /// first, then the stream is closed with 4102; the client's resume refills it. Does nothing once closed.
    void send(EncodedFrame frame);

    /// Encodes and writes the frame.
    default void send(ServerFrame frame) {
        send(FrameEncoder.encode(frame));
    }

    /// Ends the stream with this code, after what waits has been written if the client takes it soon.
    void close(CloseCode code);

    /// Waits until everything sent so far has left, so that the next part of something long may follow. Only on virtual
    /// threads.
    ///
    /// @return false when the stream has been closed or the time is over
    boolean awaitDrained(Duration limit) throws InterruptedException;

    /// Whether the stream has ended.
    boolean closed();
}
