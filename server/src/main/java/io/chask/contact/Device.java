package io.chask.contact;

import java.time.Instant;
import java.util.UUID;

/// One device's session of a verified visitor.
///
/// @param session its id
/// @param expiresAt when it ends unless a new identity token prolongs it
public record Device(UUID session, Instant expiresAt) {}
