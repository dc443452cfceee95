package io.chask.identity;

import java.net.URI;

/// The customer's own issuer of tokens, whose public keys are fetched.
///
/// @param name what a token's `iss` must be
/// @param audience what its `aud` must contain
/// @param keys where its JWKS document is
public record Issuer(String name, String audience, URI keys) {}
