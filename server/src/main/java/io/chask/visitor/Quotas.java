package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.config.QuotaConfig;
import java.time.Duration;

/// What one visitor, or one address, may do.
///
/// @param messages of a visitor, also changes of his data
/// @param uploads of a visitor
/// @param sessions new visitors from an address
record Quotas(RateLimiter messages, RateLimiter uploads, RateLimiter sessions) {

    static Quotas of(QuotaConfig config) {
        var minute = Duration.ofMinutes(1);
        return new Quotas(
                new RateLimiter(config.burst(), config.perSecond(), Duration.ofSeconds(1)),
                new RateLimiter(Math.max(1, config.uploadsPerMinute()), config.uploadsPerMinute(), minute),
                new RateLimiter(Math.max(1, config.sessionsPerMinute()), config.sessionsPerMinute(), minute));
    }
}
