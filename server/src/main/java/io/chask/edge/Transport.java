package io.chask.edge;

import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import java.net.InetAddress;
import java.util.Optional;

/// What carries the frames of one stream. All but [#execute], [#writable] and the identity is called on its event loop.
interface Transport {
    /// Runs the task on the event loop, after those given before.
    void execute(Runnable task);

    /// Whether the client takes what is written.
    boolean writable();

    /// Writes the frame; it leaves with the next [#flush].
    void write(EncodedFrame frame);

    /// Lets what has been written leave.
    void flush();

    /// Ends the connection after what has been written, by force if the client does not take it within two seconds.
    void close(CloseCode code);

    /// Stops or continues to take frames from the client.
    void reading(boolean on);

    /// The page's origin.
    Optional<String> origin();

    /// Whether that is this server's own origin.
    boolean ownPage();

    /// The client's address.
    InetAddress remoteAddress();
}
