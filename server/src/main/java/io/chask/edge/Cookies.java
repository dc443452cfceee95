package io.chask.edge;

import java.util.Optional;

/// Reads the `Cookie` header (RFC 6265 §4.2).
final class Cookies {
    private Cookies() {}

    static Optional<String> value(String header, String name) {
        for (var pair : header.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }
}
