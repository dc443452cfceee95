package io.chask.identity;

/// What an organization does with identity tokens.
public enum IdentityMode {
    /// Tokens are not looked at; whatever a page says of a visitor is unverified.
    OFF,
    /// A token verifies; an id without one is kept as unverified.
    OPTIONAL,
    /// An id counts only with a token.
    ENFORCED
}
