package io.chask.organization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A web origin as a browser sends it in `Origin` (RFC 6454): scheme, host and port, compared as a whole.
///
/// @param value serialised: lower case, without the scheme's own port
///
/// An organization may also allow a loopback host with any port, `http://localhost:*`: whoever can serve a page there
/// owns
/// the visitor's machine already, and development servers pick their ports at will. No other host can be allowed so.
public record Origin(String value) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String ANY_PORT = ":*";

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

    /// Reads an origin as an operator allows it: as [#parse], and a loopback host also with the port `*`.
    public static Optional<Origin> parseAllowed(String text) {
        String stripped = text.strip();
        if (!stripped.endsWith(ANY_PORT)) {
            return parse(stripped);
        }
        return parse(stripped.substring(0, stripped.length() - ANY_PORT.length()))
                .flatMap(Origin::onAnyPort);
    }

    /// The forms in which an organization may have allowed this origin.
    List<Origin> allowedForms() {
        return Stream.concat(Stream.of(this), onAnyPort().stream()).toList();
    }

    private Optional<Origin> onAnyPort() {
        URI uri = URI.create(value);
        return LOOPBACK.contains(uri.getHost())
                ? Optional.of(new Origin(uri.getScheme() + "://" + uri.getHost() + ANY_PORT))
                : Optional.empty();
    }

    private static String port(String scheme, URI uri) {
        int usual = scheme.equals("http") ? 80 : 443;
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }
}
