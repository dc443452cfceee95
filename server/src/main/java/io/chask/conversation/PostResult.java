package io.chask.conversation;

import java.time.Duration;

/// What became of a draft (protocol §1, "Answers").
public sealed interface PostResult {

    /// Committed by this call.
    record Stored(Message message, Opening opening) implements PostResult {}

    /// Was already there with the same author, content and attachments: the first answer again.
    record Duplicate(Message message) implements PostResult {}

    /// The id was already used in this conversation for another body. Never retryable.
    record IdConflict() implements PostResult {}

    /// No such conversation for this author. Another visitor's conversation is as unknown as one that does not exist.
    record NotFound() implements PostResult {}

    /// The conversation takes no more messages. Never retryable.
    record Closed() implements PostResult {}

    /// The queue is full: nothing was stored; the same draft may be sent again.
    record Busy(Duration retryAfter) implements PostResult {}

    /// The database could not be reached, or the answer to a commit was lost. Whether the draft was stored is
    /// unknown: send it again with
    /// the same id.
    record Unavailable(Duration retryAfter) implements PostResult {}

    /// The database refused this very draft. Never retryable; the log has the cause.
    record Refused() implements PostResult {}
}
