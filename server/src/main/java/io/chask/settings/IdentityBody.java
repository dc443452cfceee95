package io.chask.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chask.identity.IdentitySettings;
import io.chask.identity.IdentitySettings.ActiveSecret;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `IdentitySettings` of the HTTP contract. `issuer` is there even when it is null.
record IdentityBody(String mode, @JsonInclude @Nullable IssuerBody issuer, List<ActiveSecret> secrets) {

    record IssuerBody(String name, String audience, String keys) {}

    /// The only time a secret's text is told.
    record NewSecret(UUID id, String secret) {}

    static IdentityBody of(IdentitySettings settings) {
        var issuer = settings.issuer();
        return new IdentityBody(
                settings.mode().name().toLowerCase(Locale.ROOT),
                issuer == null
                        ? null
                        : new IssuerBody(
                                issuer.name(), issuer.audience(), issuer.keys().toString()),
                settings.secrets());
    }
}
