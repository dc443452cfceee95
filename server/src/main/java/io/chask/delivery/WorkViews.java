package io.chask.delivery;

import io.chask.conversation.ConversationSummary;
import io.chask.wire.ServerFrame.InboxWork;
import java.util.UUID;

/// Port: what agents do with conversations, as the agents' list shows it.
public interface WorkViews {

    /// The work of this conversation as this agent sees it. May block.
    InboxWork work(ConversationSummary conversation, UUID agent);
}
