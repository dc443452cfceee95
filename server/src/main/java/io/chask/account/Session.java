package io.chask.account;

import java.time.Instant;
import java.util.UUID;

/// An agent who is signed in.
///
/// @param id               names the session in revocations; not the secret
/// @param organizationName for showing
/// @param mustEnrol        the organization asks for a second factor and he has none: he may do nothing but set it up
/// @param lastSeenAt       at most a minute too early
public record Session(
        UUID id, Agent agent, String organizationName, boolean mustEnrol, Instant expiresAt, Instant lastSeenAt) {}
