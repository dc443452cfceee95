package io.chask.follow;

import io.chask.conversation.ConversationId;
import io.chask.database.Database;
import java.util.List;
import java.util.UUID;

/// Asks the database what a follower has still to do.
public final class Behind {

    private Behind() {}

    /// The conversations of all organizations that a query gives by `organization_id` and `id`. Blocks.
    ///
    /// @param watcher pool of the watcher's role
    public static List<ConversationId> find(Database watcher, String query) {
        return watcher.outsideOrganizations(handle -> handle.createQuery(query)
                .map((row, _) -> new ConversationId(
                        row.getObject("organization_id", UUID.class), row.getObject("id", UUID.class)))
                .list());
    }
}
