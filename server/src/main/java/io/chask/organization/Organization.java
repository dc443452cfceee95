package io.chask.organization;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant.
///
/// @param zone  whose days and hours its reports show; null: it has named none
/// @param hours when its people answer; null: always
public record Organization(
        UUID id,
        String name,
        Instant createdAt,
        @Nullable ZoneId zone,
        @Nullable OpeningHours hours) {}
