package io.chask.conversation;

import io.chask.conversation.ChangeResult.Refusal;
import java.util.Optional;

/// Port: changes of stored messages, each an entry of the conversation's sequence.
public interface MessageChanges {

    /// Whether a message may be changed so.
    @FunctionalInterface
    interface Rules {

        /// Why not; nothing when it may be.
        ///
        /// @param target as it is, and stays until the change is committed
        /// @throws BadDraft when the new text cannot be stored
        Optional<Refusal> refusal(Message target);
    }

    /// Commits the change, unless its id was committed before or the rules refuse it, which are asked under the
    /// conversation's lock. Blocks.
    ///
    /// @throws BadDraft as the rules do
    ChangeResult apply(Change change, Rules rules);
}
