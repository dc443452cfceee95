package io.chask.inbox;

import io.chask.edge.Refused;
import io.chask.search.Match;

/// Where a page of found conversations ended.
final class SearchCursor {

    private SearchCursor() {}

    static String after(Match last) {
        var place = last.place();
        return PageCursor.of(place.rank(), place.writtenAt(), place.conversation());
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static Match.Place parse(String cursor) {
        return PageCursor.read(
                cursor,
                3,
                parts -> new Match.Place(
                        Float.parseFloat(parts.get(0)), PageCursor.time(parts.get(1)), PageCursor.id(parts.get(2))));
    }
}
