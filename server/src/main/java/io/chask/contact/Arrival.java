package io.chask.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a browser tells when a visitor's session begins.
///
/// @param apiKey id of the key its page carries
public record Arrival(
        UUID apiKey,
        @Nullable String locale,
        Page page,
        @Nullable String userAgent) {}
