package io.chask.bench.server;

/// A visitor with a session.
///
/// @param token for `hello`
/// @param epoch of the database
public record Visitor(String token, String epoch, String origin) {}
