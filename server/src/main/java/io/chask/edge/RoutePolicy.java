package io.chask.edge;

import org.jspecify.annotations.Nullable;

/// What holds for a group of routes.
///
/// @param contentSecurityPolicy `Content-Security-Policy` of every answer
/// @param crossOrigin what pages of other origins may do
/// @param openerPolicy `Cross-Origin-Opener-Policy`, if any
/// @param resourcePolicy `Cross-Origin-Resource-Policy`: `same-origin`, or `cross-origin` for what foreign pages embed
public record RoutePolicy(
        String contentSecurityPolicy,
        CrossOrigin crossOrigin,
        @Nullable String openerPolicy,
        String resourcePolicy) {
    /// Nothing may be loaded or framed: answers that are data.
    private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

    /// What pages of other origins may do with these routes.
    public enum CrossOrigin {
        /// Nothing.
        NONE,
        /// Ask: preflights are answered and errors readable by everyone, other answers only after
        /// [Request#allowOrigin].
        DECIDED,
        /// Read everything (`*`, which subresource integrity needs).
        EVERYONE
    }

    /// Routes of agents and operators: own origin only.
    public static RoutePolicy api() {
        return new RoutePolicy(DATA_ONLY, CrossOrigin.NONE, null, "same-origin");
    }

    /// Routes of visitors' browsers, asked from foreign pages.
    public static RoutePolicy crossOriginApi() {
        return new RoutePolicy(DATA_ONLY, CrossOrigin.DECIDED, null, "cross-origin");
    }

    /// Pages of our own with this content security policy (which names its `frame-ancestors`).
    public static RoutePolicy pages(String contentSecurityPolicy) {
        return new RoutePolicy(contentSecurityPolicy, CrossOrigin.NONE, "same-origin", "same-origin");
    }

    /// Scripts and files that foreign pages embed.
    public static RoutePolicy publicFiles() {
        return new RoutePolicy(DATA_ONLY, CrossOrigin.EVERYONE, null, "cross-origin");
    }
}
