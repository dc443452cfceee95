package io.chask.conversation;

import io.chask.conversation.Author.Reader;
import java.util.UUID;

/// Port: tells who is connected. Called only after commit. Must not block and must not throw: whatever it loses is
/// read from the log again.
public interface Announcer {

    /// A message was committed. Called in sequence order within a conversation, after its sender was answered.
    void posted(Announcement announcement);

    /// A message was changed; told in no order, and perhaps again.
    ///
    /// @param sequence the place of the change
    void changed(ConversationId conversation, UUID visitor, long sequence);

    /// A reader's mark has grown to these absolute values. At most about once a second for one reader and conversation.
    void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read);

    /// An agent changed the status.
    void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status);
}
