package io.chask.edge;

/// Headers every answer carries.
final class SecurityHeaders {
    private SecurityHeaders() {}

    static Response apply(RoutePolicy policy, Response response) {
        var secured = response.with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", policy.resourcePolicy());
        if (!response.has("Content-Security-Policy")) {
            secured = secured.with("Content-Security-Policy", policy.contentSecurityPolicy());
        }
        if (policy.openerPolicy() != null) {
            secured = secured.with("Cross-Origin-Opener-Policy", policy.openerPolicy());
        }
        return secured;
    }
}
