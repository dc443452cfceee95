package io.chask.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agent as the others see him.
public record Colleague(UUID id, String name, @Nullable String avatarUrl) {}
