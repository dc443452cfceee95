package io.chask.desk;

import java.util.UUID;

/// A word of an organization that conversations are sorted by.
///
/// @param conversations how many carry it
public record Tag(UUID id, String name, long conversations) {}
