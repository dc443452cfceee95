package io.chask.inbox;

import io.chask.conversation.ConversationSummary;
import io.chask.conversation.InboxQuery.Position;
import io.chask.edge.Refused;

/// Where a page of the list ended: the last entry's time and id.
final class ListCursor {

    private ListCursor() {}

    static String after(ConversationSummary last) {
        return PageCursor.of(last.listedAt(), last.id().value());
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static Position parse(String cursor) {
        return PageCursor.read(
                cursor, 2, parts -> new Position(PageCursor.time(parts.get(0)), PageCursor.id(parts.get(1))));
    }
}
