package io.chask.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who writes from a host page.
///
/// @param apiKey id of the key of the page he was last seen on
/// @param userAgent of the browser he was last seen with
/// @param blockedAt when an agent blocked him
/// @param verification who he is by an identity token; null: nothing of him is verified
public record Visitor(
        UUID organization,
        UUID id,
        @Nullable UUID apiKey,
        Person person,
        Page page,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        @Nullable Instant blockedAt,
        @Nullable Verification verification) {

    /// Whether his token opens nothing at present.
    public boolean blocked() {
        return blockedAt != null;
    }
}
