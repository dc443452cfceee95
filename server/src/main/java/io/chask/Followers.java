package io.chask;

import io.chask.conversation.Announcer;
import io.chask.conversation.ConversationId;
import io.chask.delivery.Fanout;
import io.chask.desk.WorkListener;
import io.chask.follow.Turns;
import io.chask.report.ReportCounter;
import io.chask.search.SearchIndexer;
import io.chask.store.MessageWriter;
import java.time.Clock;
import java.util.UUID;

/// What follows the commits at a distance, so that no message waits for it.
///
/// @param turns   of the indexer and the counter
/// @param routing gives conversations to agents
record Followers(Turns turns, SearchIndexer indexer, ReportCounter counter, RoutingParts routing)
        implements AutoCloseable {

    /// Messages that wait for the database before the followers make room. At a pace it keeps up with, few ever wait:
    /// those that came during the commit under way.
    private static final int BUSY = 16;

    /// @param writer is made room for
    /// @param fanout tells agents what the routing has given to whom
    static Followers of(Foundation foundation, MessageWriter writer, Fanout fanout) {
        var database = foundation.application();
        var watcher = foundation.watcher();
        var indexer = new SearchIndexer(database, watcher);
        WorkListener listener = (conversation, visitor) -> {
            fanout.workChanged(conversation, visitor);
            indexer.described(conversation);
        };
        var routing = RoutingParts.open(foundation, listener, Clock.systemUTC());
        var turns = new Turns(() -> writer.waiting() > BUSY);
        return new Followers(turns, indexer, new ReportCounter(database, watcher), routing);
    }

    void start() {
        indexer.start(turns);
        counter.start(turns);
        routing.watch().start();
    }

    /// Tells this one first, and then these.
    Announcer after(Announcer first) {
        return new FollowedAnnouncer(first, indexer, counter, routing.watch());
    }

    /// Something of what agents do with a conversation has changed.
    void workChanged(ConversationId conversation, UUID visitor) {
        routing.listener().changed(conversation, visitor);
        routing.watch().changed(conversation.organization());
    }

    @Override
    public void close() {
        routing.watch().close();
        turns.close();
    }
}
