package io.chask.search;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what is written with the words to find it by, on a thread of its own and after the commit: messages do not
/// wait
/// for it. It takes at most a fifth of its thread's time, so a flood of messages makes search late, not messages slow.
public final class SearchIndexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    /// Conversations that wait. When full, the next is not noted: the sweep finds it.
    private static final int MOST_WAITING = 50_000;
    private static final int BATCH = 200;
    private static final long REST_MILLIS = 200;
    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;
    private static final long REST_FACTOR = 4;
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
    private final Map<ConversationId, Boolean> waiting = new ConcurrentHashMap<>();
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
        if (waiting.size() >= MOST_WAITING) {
            sweep = true;
            return;
        }
        waiting.merge(conversation, described, Boolean::logicalOr);
    }

    private void work() {
        long begun = System.nanoTime();
        long rest = REST_MILLIS;
        try {
            step();
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
        } while (sweep || !waiting.isEmpty());
    }

    private synchronized void step() {
        if (sweep && waiting.isEmpty()) {
            var behind = behind();
            behind.forEach(this::posted);
            sweep = !behind.isEmpty();
        }
        Map<UUID, Set<UUID>> conversations = new HashMap<>();
        Set<UUID> described = new HashSet<>();
        for (var id : waiting.keySet().stream().limit(BATCH).toList()) {
            conversations
                    .computeIfAbsent(id.organization(), _ -> new HashSet<>())
                    .add(id.value());
            if (Boolean.TRUE.equals(waiting.remove(id))) {
                described.add(id.value());
            }
        }
        conversations.forEach((organization, ids) -> index.update(organization, ids, described));
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
