package io.chask.api;

import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import io.chask.delivery.ReadReceipts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A list whose rows tell what the other side has read only where the organization shows it.
public final class DiscreetConversationList implements ConversationList {

    private final ConversationList list;
    private final ReadReceipts readReceipts;

    public DiscreetConversationList(ConversationList list, ReadReceipts readReceipts) {
        this.list = list;
        this.readReceipts = readReceipts;
    }

    private ConversationSummary shown(ConversationSummary summary) {
        return summary.with(readReceipts.shown(summary.id().organization(), summary.receipt()));
    }

    @Override
    public boolean visible(ConversationId id, Reader reader) {
        return list.visible(id, reader);
    }

    @Override
    public Optional<ConversationSummary> find(ConversationId id, Reader reader) {
        return list.find(id, reader).map(this::shown);
    }

    @Override
    public List<ConversationSummary> ofVisitor(UUID organization, UUID visitor, int limit) {
        return list.ofVisitor(organization, visitor, limit).stream()
                .map(this::shown)
                .toList();
    }

    @Override
    public Map<ConversationId, Long> positions(UUID organization, UUID visitor, int limit) {
        return list.positions(organization, visitor, limit);
    }

    @Override
    public List<ConversationSummary> page(UUID organization, InboxQuery query, Agent agent) {
        return list.page(organization, query, agent).stream().map(this::shown).toList();
    }

    @Override
    public List<ConversationSummary> of(UUID organization, Collection<UUID> conversations, Agent agent) {
        return list.of(organization, conversations, agent).stream()
                .map(this::shown)
                .toList();
    }

    @Override
    public StatusResult changeStatus(StatusWish wish) {
        return list.changeStatus(wish);
    }
}
