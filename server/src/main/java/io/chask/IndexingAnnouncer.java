package io.chask;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.search.SearchIndexer;
import java.util.UUID;

/// Tells who is connected, and then the search, which may be late.
record IndexingAnnouncer(Announcer first, SearchIndexer indexer) implements Announcer {

    @Override
    public void posted(Announcement announcement) {
        first.posted(announcement);
        indexer.posted(announcement.conversation());
    }

    @Override
    public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        first.marked(conversation, visitor, reader, delivered, read);
    }

    @Override
    public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {
        first.statusChanged(conversation, visitor, status);
    }
}
