package io.chask.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the database did with one draft.
///
/// @param sequence the message's place; meaningful only when it is stored
/// @param at       its time; likewise
/// @param visitor  whose conversation it is; null when there is no such conversation
/// @param reopens  it is a visitor's and the conversation was resolved
record Outcome(
        Kind kind,
        long sequence,
        @Nullable Instant at,
        @Nullable UUID visitor,
        boolean reopens) {

    /// In the order of the numbers the statement gives.
    enum Kind {
        STORED,
        DUPLICATE,
        CONFLICT,
        LOCKED,
        FOREIGN,
        MISSING
    }
}
