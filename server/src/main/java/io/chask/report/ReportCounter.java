package io.chask.report;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.follow.Behind;
import io.chask.follow.Follower;
import io.chask.follow.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Follows what is written and resolved with the figures of the reports: messages do not wait for it.
public final class ReportCounter {

    /// Conversations of a step, each with a bounded number of messages.
    private static final int BATCH = 20;
    private static final int STEP = 50;

    private static final String BEHIND = """
            select c.organization_id, c.id from conversation c
            left join report_progress p on p.organization_id = c.organization_id and p.conversation_id = c.id
            left join (select organization_id, conversation_id, max(number) as number from status_change group by 1, 2) s
              on s.organization_id = c.organization_id and s.conversation_id = c.id
            where c.last_sequence > coalesce(p.counted, 0) or s.number > coalesce(p.changes, 0)
            limit 5000
            """;

    private final Counting counting;
    private final Database watcher;
    private final Follower follower = new Follower("report-counter", BATCH, new Task());

    /// @param watcher pool of the watcher's role
    public ReportCounter(Database database, Database watcher) {
        this.counting = new Counting(database, STEP);
        this.watcher = watcher;
    }

    /// Begins to follow, until the turns end.
    public void start(Turns turns) {
        follower.start(turns);
    }

    /// The conversation has new messages, or another status. Does not block.
    public void changed(ConversationId conversation) {
        follower.note(conversation, false);
    }

    /// Counts everything that is to be counted, without a rest. Blocks.
    public void catchUp() {
        follower.catchUp();
    }

    private final class Task implements Follower.Task {

        @Override
        public List<ConversationId> behind() {
            return Behind.find(watcher, BEHIND);
        }

        @Override
        public Collection<UUID> step(UUID organization, Map<UUID, Boolean> conversations) {
            return counting.update(organization, conversations.keySet());
        }
    }
}
