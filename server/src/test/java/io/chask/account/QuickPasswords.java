package io.chask.account;

import java.security.SecureRandom;

/// Passwords at the lowest cost that Argon2 knows, for agents who are there to sign in. What a password costs is the
/// matter of [AccountsTest]; a stored hash keeps its own cost, so the server compares these as it compares all.
public final class QuickPasswords {

    private static final PasswordHasher.Cost LOWEST = new PasswordHasher.Cost(8, 1, 1);

    private QuickPasswords() {}

    /// A hasher of that cost.
    public static PasswordHasher hasher() {
        return new PasswordHasher(new SecureRandom(), LOWEST);
    }
}
