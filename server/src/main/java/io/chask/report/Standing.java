package io.chask.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a conversation is counted, and what is measured from there.
///
/// @param counted    the last message that was counted
/// @param changes    the last change of its status that was counted
/// @param begunAt    when it was opened, or opened again
/// @param askedAt    the visitor's first message
/// @param answered   whether an agent has answered that
/// @param resolvedAt while it is resolved
record Standing(
        UUID conversation,
        long counted,
        long changes,
        @Nullable Instant begunAt,
        @Nullable Instant askedAt,
        boolean answered,
        @Nullable Instant resolvedAt) {}
