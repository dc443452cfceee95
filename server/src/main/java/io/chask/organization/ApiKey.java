package io.chask.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A publishable key. It stands in the customer's pages, so it is no secret and is kept as it is: the console shows
/// it in the snippet.
///
/// @param value      what the page sends
/// @param lastUsedAt when a page last showed it, some minutes too early; null when none has
/// @param retiresAt  when it will be revoked; null when nobody has said so
/// @param revokedAt  when it stopped being valid; null while it is
public record ApiKey(
        UUID id,
        String value,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant retiresAt,
        @Nullable Instant revokedAt) {}
