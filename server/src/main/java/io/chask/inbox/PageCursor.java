package io.chask.inbox;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.Uuids;
import io.chask.wire.WireTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a page of anything ended, as an opaque text: parts of its last entry, so that what is new in between neither
/// hides nor repeats an entry.
final class PageCursor {

    private PageCursor() {}

    static String of(Object... parts) {
        var text = Stream.of(parts).map(Object::toString).collect(Collectors.joining("|"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a cursor of so many parts.
    ///
    /// @param make makes the place of the parts; throws what [#time(String)] and [#id(String)] do
    /// @throws Refused `INVALID_FIELD` when it is none of ours
    static <T> T read(String cursor, int count, Function<List<String>, T> make) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split("\\|", -1));
            if (parts.size() == count) {
                return make.apply(parts);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    /// @throws DateTimeException when it is no time, or one that the database does not know
    static Instant time(String part) {
        return WireTime.parse(part);
    }

    /// @throws IllegalArgumentException when it is no id
    static UUID id(String part) {
        var id = Uuids.parse(part);
        if (id == null) {
            throw new IllegalArgumentException("no id: " + part);
        }
        return id;
    }

    private static Refused unknown() {
        return new Refused(Problem.field("cursor", "is not the next of a page"));
    }
}
