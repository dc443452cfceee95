package io.chask.edge;

/// Headers every answer carries. `Strict-Transport-Security` is not among them: the proxy in front of the server speaks
/// TLS, and only it knows whether the whole host does.
final class SecurityHeaders {
    /// Nothing of ours asks for these; features that browsers do not know would be warned of on every page.
    private static final String PERMISSIONS = String.join(
            ", ",
            "accelerometer=()",
            "browsing-topics=()",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "hid=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "serial=()",
            "usb=()");

    private SecurityHeaders() {}

    static Response apply(RoutePolicy policy, Response response) {
        var secured = response.with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Permissions-Policy", PERMISSIONS)
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
