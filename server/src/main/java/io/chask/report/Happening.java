package io.chask.report;

import java.time.Instant;
import java.util.UUID;

/// What is counted: a message, or an agent's change of the status.
sealed interface Happening {

    UUID conversation();

    Instant at();

    record Said(UUID conversation, long sequence, String sender, Instant at) implements Happening {}

    /// An agent's change.
    ///
    /// @param after the last message there was
    record Changed(UUID conversation, long number, boolean resolved, long after, Instant at) implements Happening {}
}
