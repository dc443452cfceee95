package io.chask.presence;

import java.util.UUID;

/// How an agent with an open stream is seen. An agent who is in no list has none, and is offline.
///
/// @param choice what he has chosen himself
public record AgentPresence(UUID agent, PresenceState state, PresenceState choice) {}
