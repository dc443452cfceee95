package io.chask.conversation;

/// What a commit did to its conversation besides adding the message.
public enum Opening {
    /// It was open and stays so.
    NONE,
    /// This was its first message.
    OPENED,
    /// It had been resolved; the visitor's message opened it again.
    REOPENED
}
