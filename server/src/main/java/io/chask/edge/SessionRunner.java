package io.chask.edge;

import io.chask.wire.ClientFrame;
import io.chask.wire.CloseCode;
import io.chask.wire.Reason;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the frames of one stream to its session, one at a time and in order: at once on the event loop when the
/// session
/// can, else on a virtual thread that lives as long as frames wait.
final class SessionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRunner.class);
    /// Waiting frames above which nothing more is read from the client, and below which it is again.
    private static final int HIGH = 64;

    private static final int LOW = 16;

    private final StreamConnection connection;
    private final StreamHub hub;
    private @Nullable ArrayDeque<ClientFrame> waiting;
    private boolean running;
    private boolean paused;
    private boolean ended;
    private @Nullable StreamSession session;

    SessionRunner(StreamConnection connection, StreamHub hub) {
        this.connection = connection;
        this.hub = hub;
    }

    /// The first frame; on the event loop.
    synchronized void open(ClientFrame.Hello hello) {
        running = true;
        hub.fork(() -> openHere(hello));
    }

    /// The first frame; on a virtual thread.
    StreamEndpoint.Opening openHere(ClientFrame.Hello hello) {
        synchronized (this) {
            running = true;
        }
        var opening = opening(hello);
        switch (opening) {
            case StreamEndpoint.Opening.Accepted(var accepted) -> {
                synchronized (this) {
                    session = accepted;
                }
            }
            case StreamEndpoint.Opening.Refused refused -> connection.close(refused.code());
        }
        run();
        return opening;
    }

    private StreamEndpoint.Opening opening(ClientFrame.Hello hello) {
        try {
            return hub.endpoint().open(connection, hello);
        } catch (RuntimeException failure) {
            LOG.error("opening stream {} failed", connection.id(), failure);
            return new StreamEndpoint.Opening.Refused(CloseCode.OVERLOADED, Reason.INTERNAL);
        }
    }

    /// A later frame; on the event loop.
    void take(ClientFrame frame) {
        if (handledNow(frame)) {
            return;
        }
        synchronized (this) {
            if (waiting == null) {
                waiting = new ArrayDeque<>(4);
            }
            waiting.add(frame);
            if (waiting.size() >= HIGH && !paused) {
                paused = true;
                connection.reading(false);
            }
            if (running) {
                return;
            }
            running = true;
        }
        hub.fork(this::run);
    }

    /// Only while nothing waits or runs: order comes first. Nothing else can start meanwhile, because only the event
    /// loop, which is here, starts something.
    private boolean handledNow(ClientFrame frame) {
        StreamSession live;
        synchronized (this) {
            live = running || ended ? null : session;
        }
        try {
            return live != null && live.handleNow(frame);
        } catch (RuntimeException failure) {
            return lost(frame, failure);
        }
    }

    private void run() {
        for (var frame = next(); frame != null; frame = next()) {
            var live = session;
            if (live == null || connection.closed()) {
                continue;
            }
            try {
                // Asked again: a frame that waited behind a slow one is still one of those that are done at once.
                if (!live.handleNow(frame)) {
                    live.handle(frame);
                }
            } catch (RuntimeException failure) {
                lost(frame, failure);
            }
        }
    }

    /// A frame that had no effect, mostly because the database was away, would leave the client believing that it
    /// watches or has acknowledged. Its next stream says it all again.
    private boolean lost(ClientFrame frame, RuntimeException failure) {
        LOG.error("handling a frame of stream {} failed", connection.id(), failure);
        if (!isMissedByNobody(frame)) {
            connection.close(CloseCode.OVERLOADED);
        }
        return true;
    }

    private static boolean isMissedByNobody(ClientFrame frame) {
        return frame instanceof ClientFrame.Typing
                || frame instanceof ClientFrame.Viewing
                || frame instanceof ClientFrame.Opened;
    }

    private @Nullable ClientFrame next() {
        boolean last;
        synchronized (this) {
            var frame = waiting == null ? null : waiting.poll();
            if (paused && (waiting == null || waiting.size() <= LOW)) {
                paused = false;
                connection.reading(true);
            }
            if (frame != null) {
                return frame;
            }
            waiting = null;
            running = false;
            last = ended;
        }
        if (last) {
            closeSession();
        }
        return null;
    }

    /// The stream has ended; on the event loop, once.
    void end() {
        synchronized (this) {
            ended = true;
            if (running) {
                return;
            }
            running = true;
        }
        hub.fork(this::run);
    }

    private void closeSession() {
        StreamSession live;
        synchronized (this) {
            live = session;
            session = null;
        }
        if (live == null) {
            return;
        }
        try {
            live.closed();
        } catch (RuntimeException failure) {
            LOG.error("ending stream {} failed", connection.id(), failure);
        }
    }
}
