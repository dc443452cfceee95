package io.chask.search;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what is written with the words to find it by, on a thread of its own and after the commit: messages do not
/// wait for it. It works in short steps and takes at most a tenth of its thread's time, so a flood of messages makes
/// search late, not messages slow.
public final class SearchIndexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    /// Conversations that wait. When full, the next is not noted: the sweep finds it.
    private static final int MOST_WAITING = 50_000;
    /// Conversations of a step, each with a bounded number of messages: a long step would hold a core for seconds.
    private static final int BATCH = 20;
    private static final long REST_MILLIS = 200;
    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;
    private static final long REST_FACTOR = 9;
    private static final long SWEEP_MILLIS = TimeUnit.HOURS.toMillis(1);

    // The whole table at once: asked at the start, every hour, and after an overflow.
    private static final String BEHIND = """
            select c.organization_id, c.id from conversation c
            left join search_progress p on p.organization_id = c.organization_id and p.conversation_id = c.id
            where c.last_sequence > coalesce(p.indexed, 0) or p.described is not true
            limit 5000
            """;

    private final SearchIndex index;
    private final Database watcher;
    /// In the order of their arrival, each with whether its visitor or tags have changed. Guarded by itself.
    private final SequencedMap<ConversationId, Boolean> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-indexer").factory());
    private volatile boolean sweep = true;

    /// @param watcher pool of the watcher's role
    public SearchIndexer(Database database, Database watcher) {
        this.index = new SearchIndex(database);
        this.watcher = watcher;
    }

    /// Begins to follow.
    public SearchIndexer start() {
        var _ = timer.schedule(this::work, REST_MILLIS, TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(() -> sweep = true, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /// The conversation has new messages. Does not block.
    public void posted(ConversationId conversation) {
        note(conversation, false);
    }

    /// The conversation's visitor or tags have changed. Does not block.
    public void described(ConversationId conversation) {
        note(conversation, true);
    }

    private void note(ConversationId conversation, boolean described) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.merge(conversation, described, Boolean::logicalOr);
            } else {
                sweep = true;
            }
        }
    }

    private void work() {
        long begun = System.nanoTime();
        long rest = 0;
        try {
            step();
            rest = isDone() ? REST_MILLIS : 1;
        } catch (RuntimeException failure) {
            // What was taken is behind still: the sweep finds it.
            sweep = true;
            rest = REST_AFTER_FAILURE_MILLIS;
            LOG.warn("following messages for the search: {}", failure.toString());
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        // May have been closed meanwhile: then there is no next time.
        if (!timer.isShutdown()) {
            var _ = timer.schedule(this::work, Math.max(rest, took * REST_FACTOR), TimeUnit.MILLISECONDS);
        }
    }

    /// Does everything that is to be done, without a rest. Blocks.
    public void catchUp() {
        do {
            step();
        } while (!isDone());
    }

    private boolean isDone() {
        synchronized (waiting) {
            return waiting.isEmpty() && !sweep;
        }
    }

    private synchronized void step() {
        var taken = take();
        if (taken.isEmpty() && sweep) {
            var behind = behind();
            behind.forEach(this::posted);
            sweep = !behind.isEmpty();
            taken = take();
        }
        Map<UUID, Set<UUID>> conversations = new HashMap<>();
        Set<UUID> described = new HashSet<>();
        taken.forEach((id, isDescribed) -> {
            conversations
                    .computeIfAbsent(id.organization(), _ -> new HashSet<>())
                    .add(id.value());
            if (isDescribed) {
                described.add(id.value());
            }
        });
        conversations.forEach((organization, ids) -> index.update(organization, ids, described)
                .forEach(behind -> posted(new ConversationId(organization, behind))));
    }

    private Map<ConversationId, Boolean> take() {
        Map<ConversationId, Boolean> taken = new HashMap<>();
        synchronized (waiting) {
            while (taken.size() < BATCH && !waiting.isEmpty()) {
                var first = waiting.pollFirstEntry();
                taken.put(first.getKey(), first.getValue());
            }
        }
        return taken;
    }

    private List<ConversationId> behind() {
        return watcher.outsideOrganizations(handle -> handle.createQuery(BEHIND)
                .map((row, _) -> new ConversationId(
                        row.getObject("organization_id", UUID.class), row.getObject("id", UUID.class)))
                .list());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
