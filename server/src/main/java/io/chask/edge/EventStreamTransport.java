package io.chask.edge;

import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import io.chask.wire.Limits;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A stream as `text/event-stream`: one event a frame, and at the end the event `close` with the code that a WebSocket
/// would be closed with. The answer begins with the first frame, so a refused `hello` can still be answered by a
/// problem.
final class EventStreamTransport implements Transport {
    private static final int CONNECTION_LOST = 1006;
    private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Context context;
    private final Map<UUID, EventStreamTransport> open;
    private final HttpServerResponse out;
    private final Response head;
    private final Optional<String> origin;
    private final boolean ownPage;
    private final InetAddress remote;
    private final StreamConnection connection;
    private volatile boolean full;
    private volatile boolean reading = true;
    private boolean accepted;
    private boolean begun;
    private boolean ended;
    private int closeCode = CONNECTION_LOST;

    /// Adds itself to the streams that are open, until it ends.
    EventStreamTransport(Request request, StreamHub hub, Map<UUID, EventStreamTransport> open) {
        this.context = request.body().context();
        this.out = request.body().rawResponse();
        this.origin = request.origin();
        this.ownPage = request.fromOwnPage();
        this.remote = request.remoteAddress();
        this.open = open;
        var id = UUID.randomUUID();
        this.head = head(request, id);
        this.connection = new StreamConnection(id, hub, this);
        open.put(id, this);
        hub.add(connection);
        context.runOnContext(_ -> out.closeHandler(_ -> end()));
    }

    private static Response head(Request request, UUID id) {
        var policy = RoutePolicy.crossOriginApi();
        var plain = new Response(200, List.of(), new Response.Body.Empty())
                .with("Content-Type", "text/event-stream")
                .with("Cache-Control", "no-store")
                .with("X-Accel-Buffering", "no")
                .with("Chask-Stream", id.toString());
        return SecurityHeaders.apply(policy, CrossOrigins.apply(policy, request, plain));
    }

    StreamConnection connection() {
        return connection;
    }

    /// The answer that is under way already, of a stream that was accepted. One that was closed before its first frame
    /// ends now.
    Response response() {
        execute(() -> {
            accepted = true;
            if (ended) {
                finish();
            }
        });
        return new Response(200, List.of(), new Response.Body.UnderWay());
    }

    /// Takes frames of the client, in order.
    ///
    /// @return false when those given before still wait: none has been taken
    boolean take(List<byte[]> frames) {
        if (!reading) {
            return false;
        }
        execute(() -> frames.forEach(frame -> {
            if (frame.length > Limits.VERSION_1.frameBytes()) {
                connection.close(CloseCode.BAD_FRAME);
            } else {
                connection.received(frame);
            }
        }));
        return true;
    }

    private void end() {
        if (!ended) {
            ended = true;
            open.remove(connection.id());
            connection.ended(closeCode);
        }
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    @Override
    public boolean writable() {
        return !full;
    }

    @Override
    public void write(EncodedFrame frame) {
        if (out.closed() || out.ended()) {
            return;
        }
        begin();
        out.write(Buffer.buffer(BEFORE.length + frame.size() + AFTER.length)
                        .appendBytes(BEFORE)
                        .appendBytes(frame.bytes())
                        .appendBytes(AFTER))
                .onFailure(_ -> end());
        if (out.writeQueueFull()) {
            full = true;
            out.drainHandler(_ -> {
                full = false;
                connection.writableAgain();
            });
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        out.setStatusCode(head.status()).setChunked(true);
        head.headers().forEach(header -> out.headers().add(header.name(), header.value()));
    }

    @Override
    public void flush() {
        // Vert.x flushes each write.
    }

    @Override
    public void close(CloseCode code) {
        closeCode = code.number();
        // Until it is accepted, the answer may still have to be a problem.
        if (begun || accepted) {
            finish();
        }
        end();
    }

    private void finish() {
        if (!out.ended() && !out.closed()) {
            begin();
            out.end("event: close\ndata: " + closeCode + "\n\n").onFailure(_ -> end());
        }
    }

    @Override
    public void reading(boolean on) {
        reading = on;
    }

    @Override
    public Optional<String> origin() {
        return origin;
    }

    @Override
    public boolean ownPage() {
        return ownPage;
    }

    @Override
    public InetAddress remoteAddress() {
        return remote;
    }
}
