package io.chask;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Opening;
import io.chask.report.ReportCounter;
import io.chask.routing.RoutingWatch;
import io.chask.search.SearchIndexer;
import java.util.UUID;

/// Tells who is connected, and then the search, the reports and the routing, which may be late.
record FollowedAnnouncer(Announcer first, SearchIndexer indexer, ReportCounter counter, RoutingWatch routing)
        implements Announcer {

    @Override
    public void posted(Announcement announcement) {
        first.posted(announcement);
        indexer.posted(announcement.conversation());
        counter.changed(announcement.conversation());
        if (announcement.opening() != Opening.NONE) {
            routing.changed(announcement.conversation().organization());
        }
    }

    @Override
    public void changed(ConversationId conversation, UUID visitor, long sequence) {
        first.changed(conversation, visitor, sequence);
        indexer.posted(conversation);
        counter.changed(conversation);
    }

    @Override
    public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        first.marked(conversation, visitor, reader, delivered, read);
    }

    @Override
    public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {
        first.statusChanged(conversation, visitor, status);
        counter.changed(conversation);
        routing.changed(conversation.organization());
    }
}
