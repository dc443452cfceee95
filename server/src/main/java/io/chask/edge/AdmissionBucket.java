package io.chask.edge;

import java.util.function.LongSupplier;

/// Token bucket that admits so many a second and holds one second's worth.
final class AdmissionBucket {
    private final int perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    AdmissionBucket(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = perSecond;
        this.filledAt = nanos.getAsLong();
    }

    synchronized boolean take() {
        long now = nanos.getAsLong();
        tokens = Math.min(perSecond, tokens + (now - filledAt) * 1e-9 * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
