package io.chask.search;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import io.chask.follow.Behind;
import io.chask.follow.Follower;
import io.chask.follow.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Follows what is written with the words to find it by: messages do not wait for it.
public final class SearchIndexer {

    /// Conversations of a step, each with a bounded number of messages.
    private static final int BATCH = 10;

    private static final String BEHIND = """
            select c.organization_id, c.id from conversation c
            left join search_progress p on p.organization_id = c.organization_id and p.conversation_id = c.id
            where c.last_sequence > coalesce(p.indexed, 0) or p.described is not true
            limit 5000
            """;

    private final SearchIndex index;
    private final Database watcher;
    private final Follower follower = new Follower("search-indexer", BATCH, new Indexing());

    /// @param watcher pool of the watcher's role
    public SearchIndexer(Database database, Database watcher) {
        this.index = new SearchIndex(database);
        this.watcher = watcher;
    }

    /// Begins to follow, until the turns end.
    public void start(Turns turns) {
        follower.start(turns);
    }

    /// The conversation has new messages. Does not block.
    public void posted(ConversationId conversation) {
        follower.note(conversation, false);
    }

    /// The conversation's visitor or tags have changed. Whoever changes them notes that in the row of its progress too,
    /// in the same transaction: this is only to be quick. Does not block.
    public void described(ConversationId conversation) {
        follower.note(conversation, true);
    }

    /// Does everything that is to be done, without a rest. Blocks.
    public void catchUp() {
        follower.catchUp();
    }

    private final class Indexing implements Follower.Task {

        @Override
        public List<ConversationId> behind() {
            return Behind.find(watcher, BEHIND);
        }

        @Override
        public Collection<UUID> step(UUID organization, Map<UUID, Boolean> conversations) {
            var described = conversations.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return index.update(organization, conversations.keySet(), described);
        }
    }
}
