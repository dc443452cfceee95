package io.chask.conversation;

import java.util.UUID;

/// A committed message on its way to everyone who watches.
///
/// @param visitor whose conversation it is
/// @param opening what the commit did to the conversation besides
public record Announcement(Message message, UUID visitor, Opening opening) {

    public ConversationId conversation() {
        return message.conversation();
    }
}
