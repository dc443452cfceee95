package io.chask.wire;

import java.util.Map;
import java.util.UUID;

/// What a client still holds from an earlier stream (wire/PROTOCOL.md §5).
///
/// @param epoch the epoch of the database the cursors belong to
/// @param cursors for each conversation the highest N for which all of 1…N are held
public record Resume(UUID epoch, Map<UUID, Long> cursors) {
    public Resume {
        cursors = Map.copyOf(cursors);
    }
}
