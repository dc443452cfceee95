package io.chask.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the log as it stands there. Codes are texts: a line of a newer version can be read and checked too.
///
/// @param number    1, 2, 3 … in its organization
/// @param actorKind code of an [Actor.Kind]
/// @param actorId   of an agent; null for others
/// @param action    code of an [Action]
/// @param hash      of this line and, through the line before it, of all lines before: 64 hexadecimal digits
public record AuditLine(
        UUID organization,
        long number,
        Instant at,
        String actorKind,
        @Nullable UUID actorId,
        String action,
        Subject subject,
        Map<String, String> details,
        String hash) {

    AuditLine withHash(String other) {
        return new AuditLine(organization, number, at, actorKind, actorId, action, subject, details, other);
    }
}
