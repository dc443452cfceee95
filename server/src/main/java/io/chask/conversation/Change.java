package io.chask.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent wants a stored message to become. Takes a place in the sequence of its own, by an id of its own.
///
/// @param id      made by the agent's client, kept through every retry
/// @param target  the message
/// @param agent   already authenticated
/// @param content the text from now on; null: the message is deleted
/// @param at      when he asked
public record Change(
        ConversationId conversation,
        UUID id,
        UUID target,
        Author.Agent agent,
        @Nullable String content,
        Instant at) {

    /// Whether the message goes, rather than its text.
    public boolean deletes() {
        return content == null;
    }
}
