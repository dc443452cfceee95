package io.chask.bench.server;

import java.util.UUID;

/// A visitor with a session.
///
/// @param token for `hello`
/// @param epoch of the database
public record Visitor(UUID id, String token, String epoch, String origin) {}
