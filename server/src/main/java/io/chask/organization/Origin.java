package io.chask.organization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A web origin as a browser sends it in `Origin` (RFC 6454): scheme, host and port, compared as a whole.
///
/// @param value serialised: lower case, without the scheme's own port
public record Origin(String value) {

    /// Reads an address or an origin and keeps its origin; empty when it is not http or https, has no host, or is
    /// `null`.
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            return Optional.of(new Origin(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String port(String scheme, URI uri) {
        int usual = scheme.equals("http") ? 80 : 443;
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }
}
