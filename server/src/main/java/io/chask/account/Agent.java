package io.chask.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who answers for an organization.
public record Agent(
        UUID organization,
        UUID id,
        String email,
        String name,
        Role role,
        @Nullable String avatarUrl,
        boolean disabled) {}
