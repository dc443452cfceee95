package io.chask.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which lines are asked for.
///
/// @param before only lines with a smaller number
/// @param actor  only what this agent did; null: by anybody
/// @param action only this, by its code; null: anything
public record AuditQuery(
        long before, @Nullable UUID actor, @Nullable String action, int limit) {}
