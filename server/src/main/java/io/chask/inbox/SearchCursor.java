package io.chask.inbox;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.search.Match;
import io.chask.wire.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/// Where a page of found conversations ended, as an opaque text.
final class SearchCursor {

    private SearchCursor() {}

    static String after(Match last) {
        var place = last.place();
        var text = place.rank() + "|" + place.writtenAt() + "|" + place.conversation();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static Match.Place parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split("\\|", -1);
            var id = parts.length == 3 ? Uuids.parse(parts[2]) : null;
            if (id != null) {
                return new Match.Place(Float.parseFloat(parts[0]), Instant.parse(parts[1]), id);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refused unknown() {
        return new Refused(Problem.field("cursor", "is not the next of a page"));
    }
}
