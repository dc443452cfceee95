package io.chask.desk;

import io.chask.conversation.ConversationId;
import java.util.UUID;

/// Port: tells the agents who are connected. Called only after the commit; must not block and must not throw.
public interface WorkListener {

    /// Something of the conversation's [Work] has changed, or its notes.
    void changed(ConversationId conversation, UUID visitor);
}
