package io.chask.inbox;

import io.chask.edge.Refused;
import io.chask.rating.RatingList;

/// Where a page of ratings ended.
final class RatingCursor {

    private RatingCursor() {}

    static String after(RatingList.Place last) {
        return PageCursor.of(last.at(), last.conversation(), last.resolution());
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static RatingList.Place parse(String cursor) {
        return PageCursor.read(
                cursor,
                3,
                parts -> new RatingList.Place(
                        PageCursor.time(parts.get(0)), PageCursor.id(parts.get(1)), Long.parseLong(parts.get(2))));
    }
}
