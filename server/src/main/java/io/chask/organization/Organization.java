package io.chask.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant.
///
/// @param hours when its people answer; null: always
public record Organization(
        UUID id, String name, Instant createdAt, @Nullable OpeningHours hours) {}
