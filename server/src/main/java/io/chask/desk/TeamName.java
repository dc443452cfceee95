package io.chask.desk;

import java.util.UUID;

/// The team of a conversation.
public record TeamName(UUID id, String name) {}
