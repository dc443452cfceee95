package io.chask.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom a token shows somebody to be.
///
/// @param userId the customer's own id of this person
/// @param expiresAt when the token ends
public record Identity(
        String userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String avatarUrl,
        @Nullable String locale,
        Instant expiresAt) {}
