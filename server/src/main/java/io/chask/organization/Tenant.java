package io.chask.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/// Everything that decides whether a page may talk to an organization, read at one moment.
///
/// @param keys    also the revoked ones
/// @param origins from which pages and sockets may come
public record Tenant(Organization organization, List<ApiKey> keys, Set<Origin> origins, WidgetSettings settings) {

    public Tenant {
        keys = List.copyOf(keys);
        origins = Set.copyOf(origins);
    }

    /// What this key is worth. Takes the same time for a wrong key as for a right one.
    public KeyStatus check(String apiKey) {
        byte[] given = apiKey.getBytes(StandardCharsets.UTF_8);
        KeyStatus status = KeyStatus.UNKNOWN;
        for (ApiKey key : keys) {
            if (MessageDigest.isEqual(given, key.value().getBytes(StandardCharsets.UTF_8))) {
                status = key.revokedAt() == null ? KeyStatus.VALID : KeyStatus.REVOKED;
            }
        }
        return status;
    }

    /// Whether a header `Origin` with this text may use the widget: an exact match of scheme, host and port,
    /// or of scheme and loopback host where any port is allowed.
    public boolean allows(String origin) {
        return Origin.parse(origin).stream()
                .flatMap(given -> given.allowedForms().stream())
                .anyMatch(origins::contains);
    }
}
