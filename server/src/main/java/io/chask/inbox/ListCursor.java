package io.chask.inbox;

import io.chask.conversation.ConversationSummary;
import io.chask.conversation.InboxQuery.Position;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/// Where a page of the list ended, as an opaque text: the last entry's time and id, so that what is new in between
/// neither hides nor repeats an entry.
final class ListCursor {

    private ListCursor() {}

    static String after(ConversationSummary last) {
        var text = last.listedAt() + "|" + last.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor.
    ///
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static Position parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            var id = bar < 0 ? null : Uuids.parse(text.substring(bar + 1));
            if (id != null) {
                return new Position(Instant.parse(text.substring(0, bar)), id);
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
