package io.chask.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Counts what happens between its start and its end. Used on the event loop only.
final class Meter {

    private final Histogram delivery = histogram();
    private final Histogram sent = histogram();
    private boolean running;
    private long startedAt;
    private long endedAt;
    private long deliveries;
    private long failures;

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
    }

    void start(long now) {
        running = true;
        startedAt = now;
    }

    void end(long now) {
        running = false;
        endedAt = now;
    }

    void sent(long nanos) {
        if (running) {
            sent.recordValue(Math.max(0, nanos));
        }
    }

    void delivered(long nanos) {
        if (running) {
            deliveries++;
            delivery.recordValue(Math.max(0, nanos));
        }
    }

    void failed() {
        failures++;
    }

    /// A message that has not come for so long, and is not waited for any more.
    void never(long nanos) {
        delivery.recordValue(Math.max(0, nanos));
    }

    /// Of a load that takes what it gets.
    Result result(String name) {
        return result(name, deliveries, 0);
    }

    /// Of a load that had something to offer.
    Result result(String name, long offered, long undelivered) {
        double seconds = (endedAt - startedAt) / 1e9;
        return new Result(name, deliveries / seconds, delivery, sent, failures, offered, undelivered);
    }
}
