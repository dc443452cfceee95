package io.chask.bench.fault;

import java.util.UUID;

/// Whose a conversation is.
public record Owner(UUID organization, UUID visitor) {}
