package io.chask.bench.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to connect again (wire/PROTOCOL.md §8). Not safe for several threads.
final class Backoff {

    private static final Duration LEAST = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final Duration STABLE = Duration.ofSeconds(10);
    /// 2^6 times the least is beyond the most.
    private static final int STEPS = 6;

    private final Tempo tempo;
    private final RandomGenerator random;
    private int attempt;
    private long welcomedAt;
    private boolean welcomed;
    private long window = -1;

    Backoff(Tempo tempo, RandomGenerator random) {
        this.tempo = tempo;
        this.random = random;
    }

    void welcomed(long now) {
        welcomed = true;
        welcomedAt = now;
        window = -1;
    }

    /// `drain` came: the next wait is within its window.
    void drain(Duration of) {
        window = tempo.nanos(of);
    }

    /// Nanoseconds until the next attempt, after a connection was lost or refused.
    long next(long now) {
        if (welcomed && now - welcomedAt >= tempo.nanos(STABLE)) {
            attempt = 0;
        }
        welcomed = false;
        if (window >= 0) {
            long within = random.nextLong(window + 1);
            window = -1;
            return within;
        }
        long ceiling = Math.min(tempo.nanos(MOST), tempo.nanos(LEAST) << Math.min(attempt++, STEPS));
        return tempo.nanos(LEAST) + random.nextLong(ceiling + 1);
    }
}
