package io.chask.bench.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Open loop: messages leave at their appointed times whatever the server does, and every latency is counted from the
/// appointed time, so that a stall is seen by all the messages it delayed (no coordinated omission). A message counts
/// when it was appointed within the measured time, however late it comes; one that never comes counts as late as it was
/// waited for.
final class OfferedLoad implements Pair.Load {

    private final Network network;
    private final List<Pair> pairs;
    private final String content;
    private final Duration stragglers;
    private final Meter meter = new Meter();
    /// Appointed times, each unlike any other, of what was measured and has not come.
    private final Set<Long> missing = new HashSet<>();

    private long appointed;
    private long number;
    private long offered;
    private long from = Long.MAX_VALUE;
    private long until = Long.MAX_VALUE;
    private boolean going = true;

    /// @param stragglers how long messages are waited for after the measured time
    OfferedLoad(Network network, List<Pair> pairs, String content, Duration stragglers) {
        this.stragglers = stragglers;
        this.network = network;
        this.pairs = pairs;
        this.content = content;
    }

    Result run(String name, int perSecond, Duration warmUp, Duration measured) throws InterruptedException {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        network.on(() -> {
            pairs.forEach(pair -> pair.attach(this));
            appointed = System.nanoTime();
            from = appointed + warmUp.toNanos();
            until = from + measured.toNanos();
            meter.start(from);
            send(interval);
            return true;
        });
        TimeUnit.NANOSECONDS.sleep(warmUp.plus(measured).toNanos());
        awaitStragglers();
        return network.on(() -> {
            meter.end(until);
            going = false;
            long now = System.nanoTime();
            missing.forEach(start -> meter.never(now - start));
            return meter.result(name, offered, missing.size());
        });
    }

    /// The load goes on meanwhile: a server that is left alone would catch up too easily.
    private void awaitStragglers() throws InterruptedException {
        long deadline = System.nanoTime() + stragglers.toNanos();
        while (!network.on(() -> appointed >= until && missing.isEmpty()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean counts(long start) {
        return start >= from && start < until;
    }

    /// Sends all that is due and appoints the next; visitors and agents send in turn.
    private void send(long interval) {
        while (going && appointed <= System.nanoTime()) {
            Pair pair = pairs.get((int) (number % pairs.size()));
            boolean fromVisitor = number / pairs.size() % 2 == 0;
            if (counts(appointed)) {
                offered++;
                missing.add(appointed);
            }
            pair.post(fromVisitor ? pair.visitor() : pair.agent(), appointed, content);
            number++;
            appointed += interval;
        }
        if (going) {
            var _ = network.loop().schedule(() -> send(interval), appointed - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void sent(long start, long now) {
        if (counts(start)) {
            meter.sent(now - start);
        }
    }

    @Override
    public void delivered(Pair pair, Seat by, long start, long now) {
        if (missing.remove(start)) {
            meter.delivered(now - start);
        }
    }

    @Override
    public void failed(String why) {
        meter.failed();
    }
}
