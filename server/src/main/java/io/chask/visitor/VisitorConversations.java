package io.chask.visitor;

import io.chask.api.MessageBodies;
import io.chask.contact.Visitor;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationSummary;
import java.util.List;
import java.util.UUID;

/// A visitor's own conversations.
final class VisitorConversations {

    /// More than anybody has; older ones are not offered.
    private static final int MOST = 200;

    private final ConversationList list;
    private final MessageBodies messages;
    private final UUID epoch;

    VisitorConversations(ConversationList list, MessageBodies messages, UUID epoch) {
        this.list = list;
        this.messages = messages;
        this.epoch = epoch;
    }

    /// Identity of the database.
    UUID epoch() {
        return epoch;
    }

    /// The newest first, as the HTTP contract shows them. Blocks.
    List<VisitorConversationBody> of(Visitor visitor) {
        return summaries(visitor).stream()
                .map(summary -> VisitorConversationBody.of(summary, messages))
                .toList();
    }

    /// The newest first. Blocks.
    List<ConversationSummary> summaries(Visitor visitor) {
        return list.ofVisitor(visitor.organization(), visitor.id(), MOST);
    }
}
