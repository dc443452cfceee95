package io.chask.visitor;

import io.chask.api.MessageBodies;
import io.chask.api.MessageBody;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Sender;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `VisitorConversation` of the HTTP contract.
record VisitorConversationBody(
        UUID id,
        String status,
        long lastSequence,
        long delivered,
        long read,
        long ownRead,
        long unread,
        @Nullable MessageBody lastMessage) {

    static VisitorConversationBody of(ConversationSummary summary, MessageBodies messages) {
        var receipt = summary.receipt();
        return new VisitorConversationBody(
                summary.id().value(),
                summary.status().wireName(),
                summary.lastSequence(),
                receipt.delivered(),
                receipt.read(),
                receipt.ownRead(),
                summary.unread(),
                messages.last(summary, Sender.USER));
    }
}
