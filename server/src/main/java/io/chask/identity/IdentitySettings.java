package io.chask.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an organization tells who its visitors are.
///
/// @param secrets the active ones, the oldest first
public record IdentitySettings(IdentityMode mode, @Nullable Issuer issuer, List<ActiveSecret> secrets) {

    /// Two, so that one can be replaced while tokens of the other are still on their way.
    public static final int MOST_SECRETS = 2;

    public IdentitySettings {
        secrets = List.copyOf(secrets);
    }

    /// A shared secret in use; its text is shown once, when it is made.
    public record ActiveSecret(UUID id, Instant createdAt) {}
}
