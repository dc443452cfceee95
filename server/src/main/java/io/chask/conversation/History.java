package io.chask.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a message since it was written.
///
/// @param revision  sequence of the entry that made it what it is; 0: nothing happened
/// @param editedAt  when its text was last replaced
/// @param deletedAt when its text and files were taken away
public record History(
        long revision, @Nullable Instant editedAt, @Nullable Instant deletedAt) {

    /// It is as it was written.
    public static final History NONE = new History(0, null, null);
}
