package io.chask.bench.server;

/// An organization the load may use.
///
/// @param origin one of its allowed origins
public record Tenant(String organizationId, String apiKey, String origin, String email, String password) {}
