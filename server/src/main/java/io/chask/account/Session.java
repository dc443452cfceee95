package io.chask.account;

import java.time.Instant;
import java.util.UUID;

/// An agent who is signed in.
///
/// @param id               names the session in revocations; not the secret
/// @param organizationName for showing
public record Session(UUID id, Agent agent, String organizationName, Instant expiresAt) {}
