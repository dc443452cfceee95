package io.chask.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of an agent's list, newest message first, to within five seconds: the place in the list is a coarse time, so
/// that a message need not move its conversation in it.
///
/// @param status only these; all when null
/// @param work   only these
/// @param after  the last entry of the page before; the first page when null
/// @param limit  1 to [#MAX_LIMIT]
public record InboxQuery(
        @Nullable ConversationStatus status,
        WorkFilter work,
        @Nullable Position after,
        int limit) {

    /// Most entries of one page.
    public static final int MAX_LIMIT = 200;

    public InboxQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1 and " + MAX_LIMIT);
        }
    }

    /// Where a page ended.
    public record Position(Instant listedAt, UUID conversation) {}
}
