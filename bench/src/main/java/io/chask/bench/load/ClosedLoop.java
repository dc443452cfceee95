package io.chask.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Closed loop: each pair answers each other, `window` messages in flight; the server sets the pace.
final class ClosedLoop implements Pair.Load {

    private final Network network;
    private final List<Pair> pairs;
    private final String content;
    private final Meter meter = new Meter();
    private boolean going = true;

    ClosedLoop(Network network, List<Pair> pairs, String content) {
        this.network = network;
        this.pairs = pairs;
        this.content = content;
    }

    Result run(String name, int window, Duration warmUp, Duration measured) throws InterruptedException {
        network.on(() -> {
            for (Pair pair : pairs) {
                pair.attach(this);
                for (int token = 0; token < window; token++) {
                    pair.post(pair.visitor(), System.nanoTime(), content);
                }
            }
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

    @Override
    public void sent(long start, long now) {
        meter.sent(now - start);
    }

    @Override
    public void delivered(Pair pair, Seat by, long start, long now) {
        meter.delivered(now - start);
        if (going) {
            pair.post(by, now, content);
        }
    }

    @Override
    public void failed(String why) {
        meter.failed();
    }
}
