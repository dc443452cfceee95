package io.chask.store;

import io.chask.conversation.PostResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One queue, one thread, one connection. While one batch commits, the next collects; there is no timer. A
/// conversation is always in the
/// same lane, so its messages keep the order of their arrival.
final class Lane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long BATCH_BYTES = 4 << 20;

    private final WriterSettings settings;
    private final BatchCommitter committer;

    /// Drafts waiting. When it is full the sender is told so and keeps his draft.
    private final BlockingQueue<Entry> queue;

    private final AtomicLong bytes = new AtomicLong();

    /// First in the next batch: second drafts of an id, and drafts whose commit has an unknown end.
    private List<Entry> held = new ArrayList<>();

    private long outageSince;
    private long pauseMillis;
    private volatile boolean closing;
    private volatile boolean ended;

    Lane(WriterSettings settings, BatchCommitter committer) {
        this.settings = settings;
        this.committer = committer;
        this.queue = new LinkedBlockingQueue<>(settings.queue());
    }

    void append(Entry entry) {
        if (closing) {
            entry.answer.complete(new PostResult.Unavailable(RETRY));
            return;
        }
        if (bytes.addAndGet(entry.bytes()) > settings.queueBytes() || !queue.offer(entry)) {
            bytes.addAndGet(-entry.bytes());
            entry.answer.complete(new PostResult.Busy(RETRY));
        }
        if (ended) {
            refuseWaiting();
        }
    }

    private void refuseWaiting() {
        for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
            entry.answer.complete(new PostResult.Unavailable(RETRY));
        }
    }

    int waiting() {
        return queue.size();
    }

    /// Takes no more drafts. The lane ends when the waiting ones are answered.
    void close(Thread thread) {
        closing = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        try (committer) {
            for (List<Entry> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                commit(batch);
            }
        }
        ended = true;
        refuseWaiting();
    }

    /// Waits for a draft, then takes all that are there, up to the limits; empty only at the end.
    private List<Entry> nextBatch() {
        List<Entry> candidates = held;
        held = new ArrayList<>();
        long size = 0;
        Entry next = candidates.isEmpty() ? first() : queue.poll();
        while (next != null) {
            size += next.bytes();
            bytes.addAndGet(-next.bytes());
            candidates.add(next);
            next = candidates.size() < settings.batch() && size < BATCH_BYTES ? queue.poll() : null;
        }
        return once(candidates);
    }

    /// An id stands once in a batch; its second draft waits for the next, where it is an ordinary duplicate.
    private List<Entry> once(List<Entry> candidates) {
        Set<Entry.Key> keys = new HashSet<>();
        List<Entry> batch = new ArrayList<>(candidates.size());
        for (Entry entry : candidates) {
            (keys.add(entry.key()) ? batch : held).add(entry);
        }
        batch.sort(Entry.LOCK_ORDER);
        return batch;
    }

    private @Nullable Entry first() {
        while (!closing) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                LOG.debug("woken to end");
            }
        }
        return queue.poll();
    }

    /// Commits, trying again on a new connection while patience lasts. Drafts are idempotent: one that had been
    /// committed after all comes
    /// back as a duplicate.
    private void commit(List<Entry> batch) {
        List<Entry> remaining = batch;
        while (true) {
            try {
                committer.commit(remaining);
                outageSince = 0;
                return;
            } catch (RuntimeException failure) {
                abandon(remaining, failure);
                return;
            } catch (SQLException e) {
                remaining = remaining.stream().filter(Lane::unsettled).toList();
                if (endOfPatience(e)) {
                    giveUp(remaining);
                    return;
                }
            }
        }
    }

    /// A fault of ours must not end the lane. What was stored and not answered is resent and answered as a duplicate;
    /// what was not announced, the position check tells.
    private void abandon(List<Entry> batch, RuntimeException failure) {
        LOG.error("a batch of {} failed", batch.size(), failure);
        committer.close();
        batch.forEach(entry -> entry.answer.complete(new PostResult.Unavailable(RETRY)));
    }

    private static boolean unsettled(Entry entry) {
        return !entry.answer.isDone() || entry.uncertain;
    }

    /// Pauses before the next try; true when the outage has lasted too long to let senders wait.
    private boolean endOfPatience(SQLException failure) {
        if (outageSince == 0) {
            LOG.warn("the database failed: {}", failure.getMessage());
            outageSince = System.nanoTime();
            pauseMillis = FIRST_PAUSE_MILLIS;
        }
        boolean over =
                closing || System.nanoTime() - outageSince > settings.patience().toNanos();
        if (!closing) {
            pause();
        }
        return over;
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(2 * pauseMillis, RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nobody waits longer; what may have been committed is settled first thing when the database is back, and
    /// announced then.
    private void giveUp(List<Entry> batch) {
        for (Entry entry : batch) {
            entry.answer.complete(new PostResult.Unavailable(RETRY));
            if (entry.uncertain && !closing) {
                held.add(entry);
            }
        }
    }
}
