package io.chask.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Open loop: messages leave at their appointed times whatever the server does, and every latency is counted from the
/// appointed time, so that a stall is seen by all the messages it delayed (no coordinated omission).
final class OfferedLoad implements Pair.Load {

    private final Network network;
    private final List<Pair> pairs;
    private final String content;
    private final Meter meter = new Meter();
    private long appointed;
    private long number;
    private boolean going = true;

    OfferedLoad(Network network, List<Pair> pairs, String content) {
        this.network = network;
        this.pairs = pairs;
        this.content = content;
    }

    Result run(String name, int perSecond, Duration warmUp, Duration measured) throws InterruptedException {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        network.on(() -> {
            pairs.forEach(pair -> pair.attach(this));
            appointed = System.nanoTime();
            send(interval);
            return true;
        });
        TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
        network.loop().execute(() -> meter.start(System.nanoTime()));
        TimeUnit.NANOSECONDS.sleep(measured.toNanos());
        return network.on(() -> {
            meter.end(System.nanoTime());
            going = false;
            return meter.result(name);
        });
    }

    /// Sends all that is due and appoints the next; visitors and agents send in turn.
    private void send(long interval) {
        while (going && appointed <= System.nanoTime()) {
            Pair pair = pairs.get((int) (number % pairs.size()));
            boolean fromVisitor = number / pairs.size() % 2 == 0;
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
        meter.sent(now - start);
    }

    @Override
    public void delivered(Pair pair, Seat by, long start, long now) {
        meter.delivered(now - start);
    }

    @Override
    public void failed(String why) {
        meter.failed();
    }
}
