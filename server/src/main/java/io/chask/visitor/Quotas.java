package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.config.QuotaConfig;
import java.time.Duration;

/// What visitors may do. Each node counts for itself, so that several nodes together allow as many times as much.
///
/// @param messages of a visitor, an address and an organization
/// @param changes of a visitor's data
/// @param uploads of a visitor
/// @param organizationUploads of all visitors of an organization
/// @param sessions new visitors from an address
/// @param keySessions new visitors by an API key
/// @param settings fetched from an address
/// @param streams opened by a visitor
record Quotas(
        MessageQuota messages,
        RateLimiter changes,
        RateLimiter uploads,
        RateLimiter organizationUploads,
        RateLimiter sessions,
        RateLimiter keySessions,
        RateLimiter settings,
        RateLimiter streams) {

    /// Seconds' worth of messages that many may send at once.
    private static final int BURST = 6;

    static Quotas of(QuotaConfig config) {
        var shared = config.shared();
        var second = Duration.ofSeconds(1);
        var messages = new MessageQuota(
                new RateLimiter(config.burst(), config.perSecond(), second),
                perSecond(shared.messagesPerSecond()),
                perSecond(shared.organizationPerSecond()));
        return new Quotas(
                messages,
                new RateLimiter(config.burst(), config.perSecond(), second),
                perMinute(config.uploadsPerMinute()),
                perMinute(shared.organizationUploadsPerMinute()),
                perMinute(config.sessionsPerMinute()),
                perMinute(shared.sessionsPerMinute()),
                perMinute(shared.settingsPerMinute()),
                perMinute(shared.streamsPerMinute()));
    }

    private static RateLimiter perSecond(int most) {
        return new RateLimiter(Math.max(1, BURST * most), most, Duration.ofSeconds(1));
    }

    private static RateLimiter perMinute(int most) {
        return new RateLimiter(Math.max(1, most), most, Duration.ofMinutes(1));
    }
}
