package io.chask.contact;

import org.jspecify.annotations.Nullable;

/// Where a visitor works, as the host page says.
public record Company(@Nullable String id, @Nullable String name) {}
