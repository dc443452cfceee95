package io.chask.edge;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A stream of buffers read by a virtual thread. At most [#AHEAD] buffers are asked for before they are read, so a slow
/// reader slows the client.
final class StreamInput extends InputStream {
    private static final int AHEAD = 8;

    private sealed interface Event {
        record Chunk(Buffer buffer) implements Event {}

        record End() implements Event {}

        record Failure(Throwable cause) implements Event {}
    }

    private final ReadStream<Buffer> source;
    private final Context context;
    // Never more than AHEAD chunks, one end and one failure: only what was fetched arrives, until there is no more.
    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();
    private @Nullable Buffer current;
    private int at;
    private boolean ended;

    StreamInput(ReadStream<Buffer> source, Context context) {
        this.source = source;
        this.context = context;
    }

    /// Begins to read; to be called on the stream's event loop.
    void attach() {
        source.pause();
        source.exceptionHandler(failure -> arrived.add(new Event.Failure(failure)));
        source.endHandler(_ -> arrived.add(new Event.End()));
        source.handler(chunk -> arrived.add(new Event.Chunk(chunk)));
        source.fetch(AHEAD);
    }

    /// No more bytes will come: what has not ended by then never will. To be called on the stream's event loop.
    void noMore(RuntimeException unended) {
        source.resume();
        // After what was held back, and after its end if it has one.
        context.runOnContext(_ -> arrived.add(new Event.Failure(unended)));
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        var chunk = next();
        if (chunk == null) {
            return -1;
        }
        int count = Math.min(length, chunk.length() - at);
        chunk.getBytes(at, at + count, target, offset);
        at += count;
        return count;
    }

    /// Lets what is left of the stream go by unread.
    @Override
    public void close() {
        context.runOnContext(_ -> {
            source.handler(_ -> {});
            source.resume();
        });
    }

    private @Nullable Buffer next() {
        while (!ended && (current == null || at == current.length())) {
            switch (take()) {
                case Event.Chunk(var buffer) -> {
                    current = buffer;
                    at = 0;
                    context.runOnContext(_ -> source.fetch(1));
                }
                case Event.End() -> ended = true;
                case Event.Failure(Refused refused) -> throw refused;
                case Event.Failure(var cause) -> throw new ClientGone(cause);
            }
        }
        return ended ? null : current;
    }

    private Event take() {
        try {
            return arrived.take();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Event.Failure(stopping);
        }
    }
}
