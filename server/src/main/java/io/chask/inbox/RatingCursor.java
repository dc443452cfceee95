package io.chask.inbox;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.rating.RatingList;
import io.chask.wire.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;

/// Where a page of ratings ended, as an opaque text.
final class RatingCursor {

    private RatingCursor() {}

    static String after(RatingList.Place last) {
        var text = last.at() + "|" + last.conversation() + "|" + last.resolution();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static RatingList.Place parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split("\\|", -1);
            var conversation = parts.length == 3 ? Uuids.parse(parts[1]) : null;
            var at = OffsetDateTime.parse(parts[0]);
            // The database knows no year beyond some.
            if (conversation != null && at.getYear() >= 1970 && at.getYear() <= 9999) {
                return new RatingList.Place(at.toInstant(), conversation, Long.parseLong(parts[2]));
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
