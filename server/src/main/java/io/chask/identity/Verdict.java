package io.chask.identity;

/// What became of a token.
public sealed interface Verdict {

    /// It holds.
    record Verified(Identity identity) implements Verdict {}

    /// The first check that failed.
    record Invalid(Finding finding) implements Verdict {}
}
