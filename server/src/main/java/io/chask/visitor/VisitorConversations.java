package io.chask.visitor;

import io.chask.api.MessageBodies;
import io.chask.contact.Visitor;
import io.chask.conversation.ConversationList;
import io.chask.wire.ServerFrame.ConversationPosition;
import java.util.List;
import java.util.UUID;

/// A visitor's own conversations.
final class VisitorConversations {

    /// More than anybody looks through; older ones are not offered.
    private static final int MOST = 200;
    /// As many as a frame can name (wire/PROTOCOL.md §4.1).
    private static final int MOST_POSITIONS = 3_000;

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
        return list.ofVisitor(visitor.organization(), visitor.id(), MOST).stream()
                .map(summary -> VisitorConversationBody.of(summary, messages))
                .toList();
    }

    /// Where all of them stand, the newest first. Blocks.
    List<ConversationPosition> positions(Visitor visitor) {
        return list.positions(visitor.organization(), visitor.id(), MOST_POSITIONS).entrySet().stream()
                .map(each -> new ConversationPosition(each.getKey().value(), each.getValue()))
                .toList();
    }
}
