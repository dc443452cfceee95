package io.chask.edge;

import io.chask.wire.EncodedFrame;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Frames waiting for one connection. Bounded: by bytes always, by count while the client does not take them (a burst
/// that its socket would take at once is no sign of a slow consumer). When full, volatile frames go first; when that
/// does
/// not help, the connection has to be closed and the client resumes.
final class Outbox {
    /// What became of a frame.
    enum Offer {
        /// It waits, and nobody is under way to write: wake the event loop.
        WAKE,
        /// It waits, a write is under way.
        QUEUED,
        /// Volatile, and no room: dropped.
        DROPPED,
        /// No room: the connection has to go.
        OVERFLOW
    }

    private final int maxFrames;
    private final int maxBytes;
    private final AtomicLong total;
    // Absent while empty: an idle connection holds no array.
    private @Nullable ArrayDeque<EncodedFrame> frames;
    private int bytes;
    private boolean writing;
    private boolean closed;

    /// @param total bytes waiting in all outboxes of the node
    Outbox(StreamOptions options, AtomicLong total) {
        this.maxFrames = options.outboxFrames();
        this.maxBytes = options.outboxBytes();
        this.total = total;
    }

    /// @param taken whether the client takes what is written at the moment
    synchronized Offer offer(EncodedFrame frame, boolean taken) {
        if (closed) {
            return Offer.DROPPED;
        }
        if (!fits(frame, taken)) {
            if (frame.droppable()) {
                return Offer.DROPPED;
            }
            dropVolatile();
            if (!fits(frame, taken)) {
                return Offer.OVERFLOW;
            }
        }
        if (frames == null) {
            frames = new ArrayDeque<>(8);
        }
        frames.add(frame);
        count(frame.size());
        boolean wake = !writing;
        writing = true;
        return wake ? Offer.WAKE : Offer.QUEUED;
    }

    private boolean fits(EncodedFrame frame, boolean taken) {
        int waiting = frames == null ? 0 : frames.size();
        // A frame larger than the limit itself may pass alone.
        boolean roomInBytes = waiting == 0 || bytes + frame.size() <= maxBytes;
        return roomInBytes && (taken || waiting < maxFrames);
    }

    private void dropVolatile() {
        if (frames == null) {
            return;
        }
        frames.removeIf(frame -> {
            if (frame.droppable()) {
                count(-frame.size());
            }
            return frame.droppable();
        });
    }

    /// The next frame to write; null when there is none, and the next [#offer] has to wake the event loop again.
    synchronized @Nullable EncodedFrame poll() {
        var frame = frames == null ? null : frames.poll();
        if (frame == null) {
            frames = null;
            writing = false;
            notifyAll();
            return null;
        }
        count(-frame.size());
        return frame;
    }

    /// Takes nothing more; what waits may still be polled.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /// Forgets everything.
    synchronized void clear() {
        closed = true;
        count(-bytes);
        frames = null;
        notifyAll();
    }

    /// Waits until everything has been written.
    ///
    /// @return false when closed or the time is over
    synchronized boolean awaitEmpty(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!closed && writing) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    /// Bytes that wait.
    synchronized int bytes() {
        return bytes;
    }

    private void count(int change) {
        bytes += change;
        total.addAndGet(change);
    }
}
