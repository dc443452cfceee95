package io.chask.store;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was announced.
class Recorder implements Announcer {

    final List<Announcement> posted = new CopyOnWriteArrayList<>();
    final List<Marked> marked = new CopyOnWriteArrayList<>();
    final List<Long> changed = new CopyOnWriteArrayList<>();
    final List<ConversationStatus> statuses = new CopyOnWriteArrayList<>();

    record Marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {}

    @Override
    public void posted(Announcement announcement) {
        posted.add(announcement);
    }

    @Override
    public void changed(ConversationId conversation, UUID visitor, long sequence) {
        changed.add(sequence);
    }

    @Override
    public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        marked.add(new Marked(conversation, visitor, reader, delivered, read));
    }

    @Override
    public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {
        statuses.add(status);
    }

    List<Announcement> of(ConversationId conversation) {
        return posted.stream()
                .filter(announcement -> announcement.conversation().equals(conversation))
                .toList();
    }
}
