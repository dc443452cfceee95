package io.chask.store;

import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Marks that wait to be written, the highest of each reader and conversation. One that was just written rests for a
/// second. Batches are a tenth of that apart, so that many readers do not make a commit each beside those of the
/// messages; a mark that comes alone does not wait.
final class PendingMarks {

    /// Beyond this a raise is dropped: the reader's next one covers it.
    private static final int MOST = 100_000;

    /// One reader's part of it, so that none can take the place of all others.
    private static final int MOST_OF_ONE = 1_000;

    private static final int BATCH = 500;

    private final long restNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final Map<Key, Mark> waiting = new LinkedHashMap<>();
    private final Map<Reader, Integer> ofReader = new HashMap<>();
    private final Map<Key, Long> written = new HashMap<>();
    private boolean writing;
    private long nextBatch = System.nanoTime();

    PendingMarks(long restNanos) {
        this.restNanos = restNanos;
    }

    void add(Mark mark) {
        lock.lock();
        try {
            Key key = new Key(mark.conversation(), mark.reader());
            if (waiting.containsKey(key) || hasRoomFor(mark.reader())) {
                boolean first = waiting.isEmpty();
                put(key, mark);
                if (first) {
                    arrival.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoomFor(Reader reader) {
        return waiting.size() < MOST && ofReader.getOrDefault(reader, 0) < MOST_OF_ONE;
    }

    private void put(Key key, Mark mark) {
        if (!waiting.containsKey(key)) {
            ofReader.merge(key.reader(), 1, Integer::sum);
        }
        waiting.merge(key, mark, Mark::merge);
    }

    /// What [#take] or [#takeNow] gave could not be written: it waits again, without a rest. There is room, for it has
    /// waited before.
    void giveBack(List<Mark> marks) {
        lock.lock();
        try {
            for (Mark mark : marks) {
                Key key = new Key(mark.conversation(), mark.reader());
                written.remove(key);
                put(key, mark);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes up to a batch of marks that have rested, waiting for some. To be followed by [#settled].
    List<Mark> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Mark> due = batch();
            while (due.isEmpty()) {
                if (waiting.isEmpty()) {
                    written.clear();
                    arrival.await();
                } else {
                    arrival.awaitNanos(untilNext());
                }
                due = batch();
            }
            writing = true;
            return due;
        } finally {
            lock.unlock();
        }
    }

    private List<Mark> batch() {
        long now = System.nanoTime();
        List<Mark> due = now - nextBatch < 0 ? List.of() : due(now, restNanos);
        // A full batch is followed at once: there is more.
        if (!due.isEmpty() && due.size() < BATCH) {
            nextBatch = now + restNanos / 10;
        }
        return due;
    }

    private long untilNext() {
        long left = nextBatch - System.nanoTime();
        return left > 0 ? left : restNanos / 10;
    }

    /// What [#take] gave is written.
    void settled() {
        lock.lock();
        try {
            writing = false;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes up to a batch of all, rested or not; none if there are none and none is being written.
    List<Mark> takeNow() {
        lock.lock();
        try {
            while (writing) {
                idle.awaitUninterruptibly();
            }
            return due(System.nanoTime(), 0);
        } finally {
            lock.unlock();
        }
    }

    private List<Mark> due(long now, long rest) {
        written.values().removeIf(at -> now - at >= restNanos);
        List<Mark> due = new ArrayList<>();
        Iterator<Map.Entry<Key, Mark>> entries = waiting.entrySet().iterator();
        while (entries.hasNext() && due.size() < BATCH) {
            Map.Entry<Key, Mark> entry = entries.next();
            Long at = written.get(entry.getKey());
            if (at == null || now - at >= rest) {
                due.add(entry.getValue());
                written.put(entry.getKey(), now);
                entries.remove();
                ofReader.computeIfPresent(entry.getKey().reader(), (_, count) -> count == 1 ? null : count - 1);
            }
        }
        return due;
    }

    private record Key(ConversationId conversation, Reader reader) {}
}
