package io.chask.conversation;

import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Port: conversations without their threads. All methods block.
public interface ConversationList {

    /// Whether this reader may see the conversation: a visitor only his own, an agent every one of his organization.
    boolean visible(ConversationId id, Reader reader);

    /// The conversation, if this reader may see it.
    Optional<ConversationSummary> find(ConversationId id, Reader reader);

    /// A visitor's conversations, newest message first.
    List<ConversationSummary> ofVisitor(UUID organization, UUID visitor, int limit);

    /// Where a visitor's conversations stand, newest message first: ids and last sequences only.
    Map<ConversationId, Long> positions(UUID organization, UUID visitor, int limit);

    /// A page of the agents' list.
    List<ConversationSummary> page(UUID organization, InboxQuery query, Agent agent);

    /// These conversations of the organization, in no order; unknown ones are absent.
    List<ConversationSummary> of(UUID organization, Collection<UUID> conversations, Agent agent);

    /// Sets the status. A conversation resolved while the organization forbids reopening takes no more messages of its
    /// visitor until an agent opens it.
    StatusResult changeStatus(StatusWish wish);
}
