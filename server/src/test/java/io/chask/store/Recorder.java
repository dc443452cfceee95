package io.chask.store;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Keeps what was announced.
class Recorder implements Announcer {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final List<Announcement> posted = new CopyOnWriteArrayList<>();
    final List<Marked> marked = new CopyOnWriteArrayList<>();
    final List<Long> changed = new CopyOnWriteArrayList<>();
    final List<ConversationStatus> statuses = new CopyOnWriteArrayList<>();

    record Marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {}

    @Override
    public void posted(Announcement announcement) {
        synchronized (posted) {
            posted.add(announcement);
            posted.notifyAll();
        }
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

    /// The same, once there are so many: a message is announced after it is answered. All there are when that does not
    /// happen.
    List<Announcement> of(ConversationId conversation, int number) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (posted) {
            for (long rest = PATIENCE_NANOS;
                    of(conversation).size() < number && rest > 0;
                    rest = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(posted, rest);
            }
        }
        return of(conversation);
    }

    List<Announcement> of(ConversationId conversation) {
        return posted.stream()
                .filter(announcement -> announcement.conversation().equals(conversation))
                .toList();
    }
}
