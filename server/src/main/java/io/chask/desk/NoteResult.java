package io.chask.desk;

/// What became of a [NoteDraft].
public sealed interface NoteResult {

    /// It is stored.
    ///
    /// @param duplicate it was so before
    record Written(Note note, boolean duplicate) implements NoteResult {}

    /// Another note has this id.
    record IdConflict() implements NoteResult {}

    /// It mentions somebody who is no agent of the organization.
    record UnknownAgent() implements NoteResult {}

    /// There is no such conversation.
    record UnknownConversation() implements NoteResult {}
}
