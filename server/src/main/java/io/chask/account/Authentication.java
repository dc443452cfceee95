package io.chask.account;

/// What a token of an agent's session is worth.
public sealed interface Authentication {

    /// Its agent is signed in.
    record Known(Session session) implements Authentication {}

    /// It was right until its session's time was over.
    record Expired() implements Authentication {}

    /// It was never made here, is signed out, or its agent is disabled or has a new password.
    record Unknown() implements Authentication {}
}
