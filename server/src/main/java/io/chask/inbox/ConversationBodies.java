package io.chask.inbox;

import io.chask.api.MessageBodies;
import io.chask.contact.Visitor;
import io.chask.contact.Visitors;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Sender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Conversations with their visitors, as agents see them.
final class ConversationBodies {

    private final Visitors visitors;
    private final MessageBodies messages;

    ConversationBodies(Visitors visitors, MessageBodies messages) {
        this.visitors = visitors;
        this.messages = messages;
    }

    /// One organization's conversations. Blocks.
    List<ConversationBody> of(UUID organization, List<ConversationSummary> summaries) {
        var ids = summaries.stream().map(ConversationSummary::visitor).collect(Collectors.toSet());
        Map<UUID, Visitor> known = visitors.find(organization, ids);
        return summaries.stream()
                .flatMap(summary -> Optional.ofNullable(known.get(summary.visitor())).stream()
                        .map(visitor -> one(summary, visitor)))
                .toList();
    }

    private ConversationBody one(ConversationSummary summary, Visitor visitor) {
        var receipt = summary.receipt();
        return new ConversationBody(
                summary.id().value(),
                summary.status().wireName(),
                VisitorBody.of(visitor),
                summary.lastSequence(),
                messages.last(summary, Sender.AGENT),
                receipt.delivered(),
                receipt.read(),
                receipt.ownRead(),
                summary.unread(),
                summary.openedAt());
    }
}
