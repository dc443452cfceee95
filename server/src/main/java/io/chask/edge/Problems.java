package io.chask.edge;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.chask.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where a failure becomes `application/problem+json` (RFC 9457).
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /// The members in the order they are written.
    private record Answer(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String code,
            String reason,
            boolean retryable,
            @Nullable Long retryAfterMs,
            @Nullable List<Problem.FieldError> fields,
            @JsonAnyGetter Map<String, Object> members) {}

    static Response response(Problem problem) {
        var reason = problem.reason();
        var pause = problem.retryAfter();
        var answer = new Answer(
                "/docs/errors/#" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reason.title(),
                reason.status(),
                problem.detail(),
                reason.code().name(),
                reason.name(),
                reason.retryable(),
                pause == null ? null : pause.toMillis(),
                problem.fields().isEmpty() ? null : problem.fields(),
                problem.members());
        var headers = new ArrayList<Response.Header>();
        headers.add(new Response.Header("Content-Type", "application/problem+json"));
        headers.add(new Response.Header("Cache-Control", "no-store"));
        if (reason.status() == 401) {
            headers.add(new Response.Header("WWW-Authenticate", "Bearer"));
        }
        if (pause != null) {
            // Whole seconds, never earlier than asked for (RFC 9110 §10.2.3).
            headers.add(new Response.Header("Retry-After", Long.toString((pause.toMillis() + 999) / 1000)));
        }
        return new Response(reason.status(), headers, new Response.Body.Bytes(Json.write(answer)));
    }

    /// The answer to what a handler threw: its own refusal, or a 500 that names only an id that stands in the log too.
    static Response response(Throwable failure, String method, String path) {
        if (failure instanceof Refused refused) {
            return response(refused.problem());
        }
        var id = UUID.randomUUID();
        LOG.error("{} {} failed, id {}", method, path, id, failure);
        return response(Problem.of(Reason.INTERNAL, "The server's log tells more under the id " + id + "."));
    }
}
