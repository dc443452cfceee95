package io.chask.bench.client;

import java.time.Duration;

/// How many times faster than PROTOCOL.md's times a participant lives: the rules stay the same, a run of thousands of
/// outages ends within minutes.
public record Tempo(int times) {

    /// The times of the protocol.
    public static final Tempo REAL = new Tempo(1);

    /// 35 s of silence become 1.4 s, 0.5 s of back-off 20 ms.
    public static final Tempo FAST = new Tempo(25);

    /// For faults after which nobody may be shown an error: 7 s of silence, or a busy machine would be taken for a lost
    /// connection.
    public static final Tempo BRISK = new Tempo(5);

    public Tempo {
        if (times < 1) {
            throw new IllegalArgumentException("a tempo of " + times);
        }
    }

    /// The time as it is lived, in nanoseconds.
    long nanos(Duration time) {
        return time.toNanos() / times;
    }

    /// The time as it is lived, in whole milliseconds, at least one.
    int millis(Duration time) {
        return (int) Math.max(1, time.toMillis() / times);
    }
}
