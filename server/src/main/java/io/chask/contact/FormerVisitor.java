package io.chask.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The visitor a device's anonymous token was made for.
record FormerVisitor(
        UUID id, @Nullable String verifiedUserId, @Nullable UUID mergedInto) {

    /// Whether he is nobody yet.
    boolean isAnonymous() {
        return verifiedUserId == null && mergedInto == null;
    }

    /// Whether his conversations are this one's now, who is another row: just handed over, or before an answer was
    /// lost.
    boolean becomes(UUID contact) {
        return !id.equals(contact) && (isAnonymous() || contact.equals(mergedInto));
    }
}
