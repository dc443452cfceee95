package io.chask;

import io.chask.conversation.Announcer;
import io.chask.report.ReportCounter;
import io.chask.search.SearchIndexer;

/// What follows the commits at a distance, so that no message waits for it.
record Followers(SearchIndexer indexer, ReportCounter counter) implements AutoCloseable {

    static Followers of(Foundation foundation) {
        var database = foundation.application();
        var watcher = foundation.watcher();
        return new Followers(new SearchIndexer(database, watcher), new ReportCounter(database, watcher));
    }

    void start() {
        indexer.start();
        counter.start();
    }

    /// Tells this one first, and then these.
    Announcer after(Announcer first) {
        return new FollowedAnnouncer(first, indexer, counter);
    }

    @Override
    public void close() {
        indexer.close();
        counter.close();
    }
}
