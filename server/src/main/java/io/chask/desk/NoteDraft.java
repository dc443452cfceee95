package io.chask.desk;

import io.chask.conversation.ConversationId;
import java.util.List;
import java.util.UUID;

/// A note before it has its place. Its text is one that a message could have.
///
/// @param id made by its author, kept through every retry
public record NoteDraft(ConversationId conversation, UUID id, UUID author, String content, List<UUID> mentions) {

    /// Most agents a note may mention.
    public static final int MAX_MENTIONS = 20;

    public NoteDraft {
        mentions = mentions.stream().distinct().toList();
    }
}
