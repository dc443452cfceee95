package io.chask.edge;

import io.chask.wire.CloseCode;
import io.chask.wire.ServerFrame;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// All streams of this node: admission, silence, the common budget, the drain.
final class StreamHub {
    private final StreamOptions options;
    private final StreamEndpoint endpoint;
    private final EdgeObserver observer;
    private final Executor threads;
    private final LongSupplier nanos;
    private final AddressShares shares;
    private final AdmissionBucket admission;
    private final Set<StreamConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong queuedBytes = new AtomicLong();
    private volatile boolean draining;

    /// @param threads gives each task a virtual thread
    /// @param nanos monotonic time
    StreamHub(
            StreamOptions options,
            StreamEndpoint endpoint,
            EdgeObserver observer,
            Executor threads,
            LongSupplier nanos) {
        this.options = options;
        this.endpoint = endpoint;
        this.observer = observer;
        this.threads = threads;
        this.nanos = nanos;
        this.shares = new AddressShares(options.hellosPerSecond(), nanos);
        this.admission = new AdmissionBucket(options.hellosPerSecond(), nanos);
    }

    StreamOptions options() {
        return options;
    }

    StreamEndpoint endpoint() {
        return endpoint;
    }

    boolean draining() {
        return draining;
    }

    long now() {
        return nanos.getAsLong();
    }

    /// The share first: what is refused there takes nothing from the others.
    Admission admit(InetAddress address) {
        if (!shares.take(address)) {
            return Admission.LIMITED;
        }
        return admission.take() ? Admission.ADMITTED : Admission.OVERLOADED;
    }

    void fork(Runnable task) {
        threads.execute(task);
    }

    Outbox newOutbox() {
        return new Outbox(options, queuedBytes);
    }

    void add(StreamConnection connection) {
        open.add(connection);
        observer.streamOpened();
        if (draining) {
            connection.close(CloseCode.DRAINING);
        }
    }

    void forget(StreamConnection connection, int code) {
        if (open.remove(connection)) {
            observer.streamClosed(code);
            synchronized (open) {
                open.notifyAll();
            }
        }
    }

    int count() {
        return open.size();
    }

    long queuedBytes() {
        return queuedBytes.get();
    }

    /// Closes the fullest connection when all together hold too much.
    void keepWithinBudget() {
        if (queuedBytes.get() > options.totalOutboxBytes()) {
            closeFullest();
        }
    }

    /// One at a time, and looking again first: closing the fullest may have been enough.
    private synchronized void closeFullest() {
        if (queuedBytes.get() > options.totalOutboxBytes()) {
            // Somebody holds at least a fair share, or it has been drained since.
            long share = options.totalOutboxBytes() / Math.max(1, open.size());
            open.stream()
                    .filter(connection -> !connection.closed() && connection.queuedBytes() >= share)
                    .max(Comparator.comparingInt(StreamConnection::queuedBytes))
                    .ifPresent(fullest -> fullest.close(CloseCode.SLOW_CONSUMER));
        }
    }

    /// Looks for silent clients.
    void sweep() {
        long now = now();
        open.forEach(connection -> connection.sweep(now, options));
    }

    /// How often to sweep: often enough for the shortest time-out to be held within a tenth.
    Duration sweepInterval() {
        var shortest = options.helloTimeout().compareTo(options.idleTimeout()) < 0
                ? options.helloTimeout()
                : options.idleTimeout();
        var tenth = shortest.dividedBy(10);
        return tenth.compareTo(Duration.ofSeconds(1)) < 0 ? tenth : Duration.ofSeconds(1);
    }

    void drain(Duration window, Duration limit) throws InterruptedException {
        draining = true;
        long end = now() + limit.toNanos();
        for (var connection : open) {
            connection.send(new ServerFrame.Drain(window));
            connection.close(CloseCode.DRAINING);
        }
        synchronized (open) {
            while (!open.isEmpty() && now() < end) {
                open.wait(Math.max(1, (end - now()) / 1_000_000));
            }
        }
    }
}
