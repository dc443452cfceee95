package io.chask.edge;

import io.chask.wire.ClientFrame;
import io.chask.wire.CloseCode;
import io.chask.wire.Decoded;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameDecoder;
import io.chask.wire.ServerFrame;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// One client's stream: the rules of wire/PROTOCOL.md §3 that hold whatever carries the frames. What is received comes
/// on the transport's event loop; sending is free to all threads.
final class StreamConnection implements FrameSocket {
    private static final ServerFrame PING = new ServerFrame.Ping(null);

    private final UUID id;
    private final StreamHub hub;
    private final Transport transport;
    private final Outbox outbox;
    private final SessionRunner runner;
    private volatile long lastHeard;
    private volatile long lastWritten;
    private volatile boolean reading = true;
    private volatile boolean greeted;
    private volatile boolean closing;

    StreamConnection(UUID id, StreamHub hub, Transport transport) {
        this.id = id;
        this.hub = hub;
        this.transport = transport;
        this.outbox = hub.newOutbox();
        this.runner = new SessionRunner(this, hub);
        this.lastHeard = hub.now();
        this.lastWritten = lastHeard;
    }

    /// A complete text frame; on the event loop.
    void received(byte[] text) {
        heard();
        if (closing) {
            return;
        }
        switch (FrameDecoder.decode(text)) {
            case Decoded.Frame(var frame) -> take(frame);
            case Decoded.Ignored _ -> {
                // Unknown frames change nothing (wire/PROTOCOL.md §3).
            }
            case Decoded.Refused refused -> refuse(refused);
            case Decoded.Close violation -> close(violation.code());
        }
    }

    private void refuse(Decoded.Refused refused) {
        if (greeted) {
            send(refused.answer());
        } else {
            close(CloseCode.BAD_FRAME);
        }
    }

    private void take(ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello hello -> greet(hello);
            case ClientFrame.Ping(var t) -> send(new ServerFrame.Pong(t));
            case ClientFrame.Pong _ -> {
                // Any frame counts as a sign of life; nothing else is to be done.
            }
            default -> {
                if (greeted) {
                    runner.take(frame);
                } else {
                    close(CloseCode.BAD_FRAME);
                }
            }
        }
    }

    /// Opens with an admitted `hello`; on a virtual thread.
    StreamEndpoint.Opening openHere(ClientFrame.Hello hello) {
        greeted = true;
        return runner.openHere(hello);
    }

    private void greet(ClientFrame.Hello hello) {
        if (greeted) {
            close(CloseCode.BAD_FRAME);
            return;
        }
        switch (hub.admit(transport.remoteAddress())) {
            case LIMITED -> close(CloseCode.RATE_LIMITED);
            case OVERLOADED -> close(CloseCode.OVERLOADED);
            case ADMITTED -> {
                greeted = true;
                runner.open(hello);
            }
        }
    }

    /// A sign of life that is no text frame.
    void heard() {
        lastHeard = hub.now();
    }

    /// The client takes frames again; on the event loop.
    void writableAgain() {
        drainOutbox();
    }

    /// The connection has ended; on the event loop, once.
    void ended(int code) {
        closing = true;
        outbox.clear();
        hub.forget(this, code);
        runner.end();
    }

    /// Looks for silence; on any thread, about once a second.
    void sweep(long now, StreamOptions options) {
        long silent = now - lastHeard;
        if (!greeted && silent > options.helloTimeout().toNanos()) {
            close(CloseCode.NO_HELLO);
        } else if (reading && silent > options.idleTimeout().toNanos()) {
            close(CloseCode.SILENT);
        } else if (greeted && now - lastWritten > options.pingInterval().toNanos()) {
            send(PING);
        }
    }

    /// Frames wait faster than they are handled: take no more until they are.
    void reading(boolean on) {
        transport.execute(() -> {
            if (on) {
                heard();
            }
            reading = on;
            transport.reading(on);
        });
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Optional<String> origin() {
        return transport.origin();
    }

    @Override
    public boolean ownPage() {
        return transport.ownPage();
    }

    @Override
    public InetAddress remoteAddress() {
        return transport.remoteAddress();
    }

    @Override
    public void send(EncodedFrame frame) {
        if (closing) {
            return;
        }
        lastWritten = hub.now();
        switch (outbox.offer(frame, transport.writable())) {
            case WAKE -> transport.execute(this::drainOutbox);
            case OVERFLOW -> close(CloseCode.SLOW_CONSUMER);
            case QUEUED, DROPPED -> {
                // Nothing to do: a write is under way, or the frame was not worth one.
            }
        }
        hub.keepWithinBudget();
    }

    private void drainOutbox() {
        boolean written = false;
        while (transport.writable()) {
            var frame = outbox.poll();
            if (frame == null) {
                break;
            }
            transport.write(frame);
            written = true;
        }
        if (written) {
            transport.flush();
        }
    }

    @Override
    public void close(CloseCode code) {
        if (closing) {
            return;
        }
        closing = true;
        if (code == CloseCode.SLOW_CONSUMER) {
            // What it did not take must not count against the others until the socket is gone: the resume refills.
            outbox.clear();
        } else {
            outbox.close();
        }
        transport.execute(() -> {
            drainOutbox();
            transport.close(code);
        });
    }

    @Override
    public boolean awaitDrained(Duration limit) throws InterruptedException {
        return outbox.awaitEmpty(limit.toNanos());
    }

    @Override
    public boolean closed() {
        return closing;
    }

    int queuedBytes() {
        return outbox.bytes();
    }
}
