package io.chask.api;

import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import java.util.Optional;
import java.util.OptionalLong;

/// Which part of a conversation is asked for.
///
/// @param after messages above this sequence
/// @param before messages right below this sequence; neither: the newest
public record PageQuery(OptionalLong after, OptionalLong before, int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 100;

    /// Reads `after`, `before` and `limit`.
    ///
    /// @throws Refused `INVALID_FIELD`
    public static PageQuery of(Request request) {
        var after = number(request, "after", 0);
        var before = number(request, "before", 1);
        if (after.isPresent() && before.isPresent()) {
            throw new Refused(Problem.field("after", "cannot stand beside before"));
        }
        return new PageQuery(after, before, limit(request));
    }

    /// Reads `limit`: 1 to 100, 50 when absent.
    ///
    /// @throws Refused `INVALID_FIELD`
    public static int limit(Request request) {
        long limit = number(request, "limit", 1).orElse(DEFAULT_LIMIT);
        if (limit > MOST) {
            throw new Refused(Problem.field("limit", "must be at most " + MOST));
        }
        return (int) limit;
    }

    private static OptionalLong number(Request request, String name, long least) {
        Optional<String> text = request.query(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("\\d{1,18}") || Long.parseLong(text.get()) < least) {
            throw new Refused(Problem.field(name, "must be a whole number from " + least));
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }
}
