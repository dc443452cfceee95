package io.chask.edge;

import io.chask.wire.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditional requests and single ranges of stored files (RFC 9110 §13 and §14). Several ranges at once are answered
/// by
/// the whole file, as the standard allows.
final class Ranges {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private Ranges() {}

    static Response apply(Request request, Response response) {
        if (!(response.body() instanceof Response.Body.Stored body) || response.status() != 200) {
            return response;
        }
        var tag = body.entityTag();
        var tagged = response.with("ETag", tag);
        if (request.header("If-None-Match").filter(value -> matches(value, tag)).isPresent()) {
            return new Response(304, tagged.headers(), new Response.Body.Empty());
        }
        var range = request.header("Range")
                .filter(_ -> request.header("If-Range")
                        .filter(value -> !value.equals(tag))
                        .isEmpty())
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .filter(parts -> !(parts.group(1).isEmpty() && parts.group(2).isEmpty()));
        return range.map(parts -> part(tagged, parts, body.length())).orElse(tagged);
    }

    private static Response part(Response whole, Matcher parts, long size) {
        var first = parts.group(1);
        var last = parts.group(2);
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (!first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < from) {
            return whole;
        }
        if (from >= size) {
            return Response.problem(Problem.of(Reason.RANGE_NOT_SATISFIABLE)).with("Content-Range", "bytes */" + size);
        }
        var body = ((Response.Body.Stored) whole.body()).part(from, to - from + 1);
        return new Response(206, whole.headers(), body).with("Content-Range", "bytes " + from + "-" + to + "/" + size);
    }

    /// `If-None-Match` compares weakly (RFC 9110 §13.1.2).
    static boolean matches(String header, String tag) {
        for (var candidate : header.split(",", -1)) {
            var bare = candidate.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
