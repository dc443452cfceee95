package io.chask.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent as those see him who look after the team.
///
/// @param lastSeenAt   at most a minute too early; null: never
/// @param secondFactor whether he signs in with one
public record TeamMember(Agent agent, @Nullable Instant lastSeenAt, boolean secondFactor) {}
