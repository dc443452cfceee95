package io.chask.account;

import java.util.UUID;

/// An agent to be added.
///
/// @param email    kept as typed, compared without case
/// @param password at least [#MIN_PASSWORD] characters
public record NewAgent(UUID organization, String email, String name, Role role, String password) {

    /// Fewest characters of a password.
    public static final int MIN_PASSWORD = 8;

    private static final int MAX_PASSWORD = 1_000;
    private static final int MAX_TEXT = 320;

    /// @throws BadAccount saying what cannot be used
    public NewAgent {
        email = email.strip();
        name = name.strip();
        BadAccount.unless("email", email.matches("[^\\s@]+@[^\\s@]+") && email.length() <= MAX_TEXT);
        BadAccount.unless("name", !name.isEmpty() && name.length() <= MAX_TEXT);
        checkPassword(password);
    }

    static void checkPassword(String password) {
        BadAccount.unless("password", password.length() >= MIN_PASSWORD && password.length() <= MAX_PASSWORD);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "NewAgent[organization=" + organization + ", email=" + email + "]";
    }
}
