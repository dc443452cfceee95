package io.chask.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.Reason;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// A token bucket for each caller: so many at once, then so many a time. The least lately seen of 100,000 callers is
/// forgotten first; a forgotten caller begins with a full bucket.
public final class RateLimiter {

    private static final int MOST = 100_000;

    private final int burst;
    private final int refill;
    private final Duration period;
    private final Cache<Object, Bucket> buckets;

    /// A limit for each key.
    ///
    /// @param burst at once
    /// @param refill that come back in each `period`; 0: no limit
    public RateLimiter(int burst, int refill, Duration period) {
        this.burst = burst;
        this.refill = refill;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(period.multipliedBy(1 + burst / Math.max(1, refill)))
                .maximumSize(MOST)
                .build();
    }

    /// Takes one; or, when there is none, tells how long until there is.
    public Optional<Duration> take(Object key) {
        if (refill == 0) {
            return Optional.empty();
        }
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Takes one for a request.
    ///
    /// @throws Refused `RATE_LIMITED` when there is none
    public void takeFor(Object key) {
        take(key).ifPresent(pause -> {
            throw new Refused(Problem.of(Reason.RATE_LIMITED).after(pause));
        });
    }

    /// Puts one back that turned out not to count.
    public void giveBack(Object key) {
        if (refill > 0) {
            bucket(key).addTokens(1);
        }
    }

    private Bucket bucket(Object key) {
        return Objects.requireNonNull(buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                        .build()));
    }
}
