package io.chask.delivery;

import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Changes;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.conversation.Marks;
import io.chask.conversation.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks in memory, announced at once.
final class MemoryMarks implements Marks {
    private record Key(ConversationId conversation, Reader reader) {}

    private final MemoryStore store;
    private final Map<Key, Mark> marks = new HashMap<>();
    private final List<Announcer> announcers = new ArrayList<>();

    MemoryMarks(MemoryStore store) {
        this.store = store;
    }

    void announceTo(Announcer announcer) {
        announcers.add(announcer);
    }

    @Override
    public void raise(Mark mark) {
        Mark grown;
        synchronized (this) {
            grown = marks.merge(new Key(mark.conversation(), mark.reader()), mark, Mark::merge);
        }
        announcers.forEach(announcer ->
                announcer.marked(mark.conversation(), store.visitor, mark.reader(), grown.delivered(), grown.read()));
    }

    @Override
    public synchronized Map<ConversationId, Receipt> receipts(Collection<ConversationId> ids, Reader reader) {
        var receipts = new HashMap<ConversationId, Receipt>();
        marks.values().stream()
                .filter(mark -> ids.contains(mark.conversation()))
                .forEach(mark -> {
                    var before = receipts.getOrDefault(mark.conversation(), Receipt.NONE);
                    boolean own = mark.reader().equals(reader);
                    boolean other = (mark.reader() instanceof Author.Visitor) != (reader instanceof Author.Visitor);
                    receipts.put(
                            mark.conversation(),
                            new Receipt(
                                    other ? Math.max(before.delivered(), mark.delivered()) : before.delivered(),
                                    other ? Math.max(before.read(), mark.read()) : before.read(),
                                    own ? mark.read() : before.ownRead()));
                });
        return receipts;
    }

    synchronized List<Changes.Marked> marked() {
        return marks.values().stream()
                .map(mark -> new Changes.Marked(
                        mark.conversation(), store.visitor, mark.reader(), mark.delivered(), mark.read()))
                .toList();
    }

    @Override
    public void flush() {
        // Nothing waits.
    }
}
