package io.chask.edge;

import io.chask.wire.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refusal as an HTTP answer (RFC 9457); status, title, code and retryable follow from the reason.
///
/// @param detail English, for developers; never anything internal
/// @param retryAfter also sent as `Retry-After`
/// @param fields which members of the request were wrong
/// @param members more members of the answer, by name (RFC 9457 §3.2)
public record Problem(
        Reason reason,
        @Nullable String detail,
        @Nullable Duration retryAfter,
        List<FieldError> fields,
        Map<String, Object> members) {
    public Problem {
        fields = List.copyOf(fields);
        members = Map.copyOf(members);
    }

    /// A member of the request that was refused, by its path (`user.email`), and why.
    public record FieldError(String field, String message) {}

    /// Nothing but the reason.
    public static Problem of(Reason reason) {
        return new Problem(reason, null, null, List.of(), Map.of());
    }

    /// The reason and what exactly was wrong.
    public static Problem of(Reason reason, String detail) {
        return new Problem(reason, detail, null, List.of(), Map.of());
    }

    /// `INVALID_FIELD` of one member.
    public static Problem field(String field, String message) {
        return new Problem(
                Reason.INVALID_FIELD, field + " " + message, null, List.of(new FieldError(field, message)), Map.of());
    }

    /// The same with the time after which a repeat makes sense.
    public Problem after(Duration pause) {
        return new Problem(reason, detail, pause, fields, members);
    }

    /// The same with one more member of the answer.
    public Problem with(String name, Object value) {
        var more = new HashMap<>(members);
        more.put(name, value);
        return new Problem(reason, detail, retryAfter, fields, more);
    }
}
