package io.chask.inbox;

import io.chask.api.DeskViews;
import io.chask.api.MessageBodies;
import io.chask.contact.Visitor;
import io.chask.contact.Visitors;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Sender;
import io.chask.desk.Work;
import io.chask.desk.Works;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Conversations with their visitors and what agents do with them, as agents see them.
final class ConversationBodies {

    private final Visitors visitors;
    private final MessageBodies messages;
    private final Works works;
    private final Clock clock;

    ConversationBodies(Visitors visitors, MessageBodies messages, Works works, Clock clock) {
        this.visitors = visitors;
        this.messages = messages;
        this.works = works;
        this.clock = clock;
    }

    /// One organization's conversations as this agent sees them. Blocks.
    List<ConversationBody> of(UUID organization, List<ConversationSummary> summaries, Author.Agent agent) {
        var people = summaries.stream().map(ConversationSummary::visitor).collect(Collectors.toSet());
        Map<UUID, Visitor> known = visitors.find(organization, people);
        var ids = summaries.stream().map(summary -> summary.id().value()).toList();
        var work = works.of(organization, ids, agent.id(), clock.instant());
        return summaries.stream()
                .flatMap(summary -> Optional.ofNullable(known.get(summary.visitor())).stream()
                        .map(visitor -> one(
                                summary, visitor, work.getOrDefault(summary.id().value(), Work.NONE))))
                .toList();
    }

    private ConversationBody one(ConversationSummary summary, Visitor visitor, Work work) {
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
                summary.openedAt(),
                DeskViews.activeAt(summary),
                ColleagueBody.ofNullable(work.assignee()),
                work.team(),
                work.snoozedUntil(),
                work.tags(),
                work.notes(),
                work.events(),
                work.mentioned());
    }
}
