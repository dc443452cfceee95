package io.chask.edge;

import io.chask.wire.Reason;
import java.util.Set;

/// What pages of other origins may ask and read (the Fetch standard's CORS protocol; never with credentials).
final class CrossOrigins {
    private CrossOrigins() {}

    /// The answer with the headers its policy gives it.
    static Response apply(RoutePolicy policy, Request request, Response response) {
        return switch (policy.crossOrigin()) {
            case NONE -> response;
            case EVERYONE -> response.with("Access-Control-Allow-Origin", "*");
            case DECIDED -> decided(request, response);
        };
    }

    /// Errors are readable by every page, or it could not be told what is wrong with its key or origin.
    private static Response decided(Request request, Response response) {
        var varied = response.with("Vary", "Origin");
        boolean readable = request.originAllowed() || response.status() >= 400;
        return request.origin()
                .filter(_ -> readable)
                .map(origin -> varied.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", "Retry-After, Chask-Stream"))
                .orElse(varied);
    }

    /// The answer to a method the path does not have: a preflight, `OPTIONS`, or 405.
    static Response otherMethod(RoutePolicy policy, Request request, Set<String> allowed) {
        var list = String.join(", ", allowed);
        if (!request.method().equals("OPTIONS")) {
            return apply(
                    policy,
                    request,
                    Response.problem(Problem.of(Reason.METHOD_NOT_ALLOWED)).with("Allow", list));
        }
        boolean preflight = request.header("Access-Control-Request-Method").isPresent();
        if (policy.crossOrigin() != RoutePolicy.CrossOrigin.DECIDED || !preflight) {
            return apply(policy, request, Response.empty(204).with("Allow", list));
        }
        // The preflight names no organization, so it cannot be decided; the request itself is.
        return Response.empty(204)
                .with("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
                .with("Access-Control-Allow-Origin", request.origin().orElse("null"))
                .with("Access-Control-Allow-Methods", list)
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, Chask-Stream")
                .with("Access-Control-Max-Age", "7200");
    }
}
