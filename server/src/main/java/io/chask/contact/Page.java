package io.chask.contact;

import org.jspecify.annotations.Nullable;

/// The page a visitor was last seen on, as the page itself says: text for showing, never an address to call.
public record Page(
        @Nullable String url,
        @Nullable String title,
        @Nullable String referrer) {

    /// Nothing known.
    public static final Page UNKNOWN = new Page(null, null, null);
}
