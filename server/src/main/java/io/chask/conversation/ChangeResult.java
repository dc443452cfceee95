package io.chask.conversation;

import java.util.UUID;

/// What became of a change.
public sealed interface ChangeResult {

    /// Committed, by this call or an earlier one with the same id.
    ///
    /// @param message  the changed message as it is now
    /// @param visitor  whose conversation it is
    /// @param sequence the place of the change
    record Changed(Message message, UUID visitor, long sequence) implements ChangeResult {}

    /// Nothing was changed. Never retryable.
    record Refused(Refusal refusal) implements ChangeResult {}

    /// Why.
    enum Refusal {
        /// No such conversation, or no message of this id in it.
        NOT_FOUND,
        /// The id belongs to another message or change.
        ID_CONFLICT,
        /// It was written by somebody else.
        MESSAGE_NOT_YOURS,
        /// It was deleted before.
        MESSAGE_DELETED,
        /// The organization does not let agents change what was written so long ago.
        CHANGE_TOO_LATE
    }
}
