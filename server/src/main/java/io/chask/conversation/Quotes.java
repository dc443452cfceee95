package io.chask.conversation;

import io.chask.conversation.Author.Reader;
import java.util.UUID;

/// Port: which message another answers.
@FunctionalInterface
public interface Quotes {

    /// Notes, before the message is stored, that it answers `quoted`; said again, it answers the same. Blocks.
    ///
    /// @return false when the author sees no such message in the conversation, or his message answers another
    boolean claim(ConversationId conversation, Reader author, UUID message, UUID quoted);
}
