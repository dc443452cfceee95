package io.chask.organization;

/// What a publishable key is worth to an organization.
public enum KeyStatus {
    VALID,
    /// The organization never had it.
    UNKNOWN,
    /// It was valid once.
    REVOKED
}
