package io.chask.delivery;

/// What became of the wish to watch a conversation.
public enum WatchResult {
    /// Full messages from now on.
    WATCHED,
    /// One conversation more than an agent may watch (`TOO_MANY_WATCHED`).
    TOO_MANY
}
