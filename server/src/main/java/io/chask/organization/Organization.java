package io.chask.organization;

import java.time.Instant;
import java.util.UUID;

/// A tenant.
public record Organization(UUID id, String name, Instant createdAt) {}
