package io.chask.bench.fault;

import io.chask.bench.client.WireSocket;
import io.chask.bench.load.Loads;
import io.chask.bench.load.Result;
import io.chask.bench.server.ServerFigures;
import io.chask.bench.server.ServerProcess;
import io.chask.bench.server.Target;
import io.chask.bench.server.Tenant;
import io.chask.bench.server.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// F9: sockets that stop reading while their conversations are written to, and others who talk meanwhile.
public final class Stalled {

    private static final int SOCKETS = 200;
    private static final int SOCKETS_A_VISITOR = 20;
    private static final int PATIENCE_MILLIS = 30_000;

    /// 40 kB as it is sent: 30 of them fill an outbox, some more the buffers of the system.
    private static final String LONG_TEXT = "\uD83D\uDCAC".repeat(10_000);

    private static final int MOST_MESSAGES = 400;
    private static final int RATE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(1);

    /// What collections leave differs by some megabytes from one to the next.
    private static final long HEAP_SLACK = 48L << 20;

    /// Others may be slower by a fifth; told on every run, judged where nothing else runs.
    private static final double SLOWER = 1.2;

    private final ServerProcess server;
    private final Target target;
    private final List<Tenant> tenants;
    private final Duration measured;
    private final SplittableRandom random;
    private final List<String> violations = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<WireSocket> sockets = new ArrayList<>();

    /// @param measured how long others are measured, before and during
    public Stalled(ServerProcess server, List<Tenant> tenants, long seed, Duration measured) {
        this.server = server;
        this.target = new Target(server.url());
        this.tenants = tenants;
        this.measured = measured;
        this.random = new SplittableRandom(seed);
    }

    /// Runs it.
    ///
    /// @param judgeLatency whether others' latency decides, too
    public Verdict run(boolean judgeLatency) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var figures = new ServerFigures(server.pid());
        long written;
        try (var loads = new Loads(target, tenants, random, WARM_UP, measured)) {
            Result before = loads.offered("before", RATE);
            long heap = figures.heapAfterCollection();
            var flood = stall();
            Thread flooding = Thread.ofVirtual().start(flood);
            Result during = loads.offered("during", RATE);
            flooding.join();
            written = flood.written.get();
            closedAsSlow();
            compare(before, during, judgeLatency);
            heap(heap, figures.heapAfterCollection());
        } finally {
            for (WireSocket socket : sockets) {
                socket.close();
            }
        }
        return Verdict.of("F9", SOCKETS + " sockets that stop reading", written, violations, start)
                .with(facts);
    }

    private Flood stall() throws IOException {
        var flood = new Flood();
        for (int number = 0; number < SOCKETS / SOCKETS_A_VISITOR; number++) {
            Tenant tenant = tenants.get(number % tenants.size());
            Visitor visitor = target.visitor(tenant);
            for (int each = 0; each < SOCKETS_A_VISITOR; each++) {
                sockets.add(open(visitor));
            }
            flood.writers.add(open(visitor));
            flood.conversations.add(
                    new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE));
        }
        return flood;
    }

    private WireSocket open(Visitor visitor) throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.url().getPort());
        var socket = new WireSocket(address, target.host(), visitor.origin(), PATIENCE_MILLIS);
        socket.write("{\"type\":\"hello\",\"v\":1,\"token\":\"" + visitor.token() + "\",\"client\":\"faults/1\"}");
        socket.read();
        return socket;
    }

    private double slowCloses() {
        return target.metric("chask_streams_closed", "code=\"4102\"");
    }

    /// Writes to every stalled visitor in turn, until all of his sockets were given up.
    private final class Flood implements Runnable {

        private final List<WireSocket> writers = new ArrayList<>();
        private final List<UUID> conversations = new ArrayList<>();
        private final AtomicLong written = new AtomicLong();

        @Override
        public void run() {
            try {
                for (int round = 0; round < MOST_MESSAGES && slowCloses() < SOCKETS; round++) {
                    for (int at = 0; at < writers.size(); at++) {
                        write(writers.get(at), conversations.get(at));
                    }
                }
            } catch (IOException e) {
                violations.add("F9: a connection that reads was lost: " + e.getMessage());
            }
        }

        private void write(WireSocket writer, UUID conversation) throws IOException {
            writer.write(
                    "{\"type\":\"send\",\"id\":\"%s\",\"conversation\":\"%s\",\"content\":\"%s\",\"attachments\":[]}"
                            .formatted(UUID.randomUUID(), conversation, LONG_TEXT));
            while (!writer.read().contains("\"type\":\"sent\"")) {
                // Presence and receipts come, too.
            }
            written.incrementAndGet();
        }
    }

    private void closedAsSlow() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (slowCloses() < SOCKETS && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (slowCloses() < SOCKETS) {
            violations.add("F9: " + (long) slowCloses() + " of " + SOCKETS + " stalled sockets were closed with 4102");
        }
    }

    private void compare(Result before, Result during, boolean judge) {
        double first = before.delivery().getValueAtPercentile(99) / 1e6;
        double then = during.delivery().getValueAtPercentile(99) / 1e6;
        facts.add("others' p99 at %d/s: %.2f ms before, %.2f ms during, ratio %.2f"
                .formatted(RATE, first, then, then / first));
        if (during.failures() > 0) {
            violations.add("F9: others had " + during.failures() + " failures");
        }
        if (judge && then > SLOWER * first) {
            violations.add("F9: others' p99 rose from %.2f to %.2f ms".formatted(first, then));
        }
    }

    private void heap(long before, long after) {
        facts.add("heap after collection: %d MB before, %d MB after".formatted(before >> 20, after >> 20));
        if (after > before + HEAP_SLACK) {
            violations.add("F9: the heap keeps " + ((after - before) >> 20) + " MB more");
        }
    }
}
