package io.chask.delivery;

import java.util.UUID;

/// Who looks at a conversation.
///
/// @param connection which is not told of itself
public record ViewingAgent(UUID id, String name, UUID connection) {}
