package io.chask.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tells a change from a message, and a changed message from one that is as it was written (wire/PROTOCOL.md
/// §4.2).
///
/// @param edits only of an entry: the message whose text it replaced
/// @param deletes only of an entry: the message it took away
/// @param revision sequence of the entry that made the message what it is; 0: as it was written
public record WireHistory(
        @Nullable UUID edits,
        @Nullable UUID deletes,
        long revision,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {
    /// A message as it was written.
    public static final WireHistory NONE = new WireHistory(null, null, 0, null, null);
}
