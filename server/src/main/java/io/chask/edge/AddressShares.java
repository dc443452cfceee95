package io.chask.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/// Each address's part of the admission of new streams, so that one that knocks without end leaves room for all others.
/// The least lately seen of 10,000 is forgotten first, and begins anew.
final class AddressShares {
    /// An office behind one address reconnects at once after a deploy.
    private static final int LEAST = 20;

    private static final int MOST_ADDRESSES = 10_000;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Cache<Network, AdmissionBucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    /// @param perSecond of the node; an address has half of it
    AddressShares(int perSecond, LongSupplier nanos) {
        this.perSecond = Math.max(LEAST, perSecond / 2);
        this.nanos = nanos;
    }

    boolean take(InetAddress address) {
        var bucket = buckets.get(Network.of(address), _ -> new AdmissionBucket(perSecond, nanos));
        return Objects.requireNonNull(bucket).take();
    }
}
