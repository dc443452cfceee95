package io.chask.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The listening server.
public final class EdgeServer implements AutoCloseable {
    private final HttpListener listener;

    private EdgeServer(HttpListener listener) {
        this.listener = listener;
    }

    /// Binds and listens.
    ///
    /// @throws AddressUnavailable when the address cannot be bound
    public static EdgeServer start(EdgeOptions options, Routes routes, StreamEndpoint streams, EdgeObserver observer) {
        return start(options, routes, streams, observer, System::nanoTime);
    }

    /// The same by another clock; for tests.
    ///
    /// @param nanos monotonic time of the streams: of their silence, admission and drain
    static EdgeServer start(
            EdgeOptions options, Routes routes, StreamEndpoint streams, EdgeObserver observer, LongSupplier nanos) {
        return new EdgeServer(HttpListener.start(options, routes, streams, observer, nanos));
    }

    /// The port it listens on.
    public int port() {
        return listener.port();
    }

    /// Streams that are open now.
    public int openStreams() {
        return listener.streams().count();
    }

    /// Bytes that wait for clients to take them, over all streams.
    public long queuedBytes() {
        return listener.streams().queuedBytes();
    }

    /// Lets no new stream in, tells the open ones to come back within `window` after the close (`drain`), and closes
    /// them with 4200. Requests are still answered. Returns when the streams have ended or after `limit`.
    public void drain(Duration window, Duration limit) throws InterruptedException {
        listener.streams().drain(window, limit);
    }

    /// Stops listening, lets running requests end for at most five seconds and frees everything.
    @Override
    public void close() {
        listener.close();
    }
}
