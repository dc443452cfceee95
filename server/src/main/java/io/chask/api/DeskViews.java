package io.chask.api;

import io.chask.conversation.ConversationSummary;
import io.chask.delivery.WorkViews;
import io.chask.desk.Colleague;
import io.chask.desk.TeamName;
import io.chask.desk.Work;
import io.chask.desk.Works;
import io.chask.wire.ServerFrame.InboxAssignee;
import io.chask.wire.ServerFrame.InboxTeam;
import io.chask.wire.ServerFrame.InboxWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What agents do with conversations, for the rows of their list.
public final class DeskViews implements WorkViews {

    private final Works works;
    private final Clock clock;

    public DeskViews(Works works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    @Override
    public InboxWork work(ConversationSummary conversation, UUID agent) {
        var id = conversation.id();
        var found = works.of(id.organization(), List.of(id.value()), agent, clock.instant());
        var work = found.getOrDefault(id.value(), Work.NONE);
        return new InboxWork(
                activeAt(conversation),
                assignee(work.assignee()),
                team(work.team()),
                work.snoozedUntil(),
                work.tags(),
                work.notes(),
                work.events(),
                work.mentioned());
    }

    /// The place of a conversation in the agents' list: its last message, or a later waking.
    public static Instant activeAt(ConversationSummary conversation) {
        var last = conversation.lastMessage();
        return last == null || conversation.listedAt().isAfter(last.timestamp())
                ? conversation.listedAt()
                : last.timestamp();
    }

    private static @Nullable InboxAssignee assignee(@Nullable Colleague colleague) {
        return colleague == null ? null : new InboxAssignee(colleague.id(), colleague.name());
    }

    private static @Nullable InboxTeam team(@Nullable TeamName team) {
        return team == null ? null : new InboxTeam(team.id(), team.name());
    }
}
