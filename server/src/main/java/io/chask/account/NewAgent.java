package io.chask.account;

import java.util.UUID;

/// An agent to be added.
///
/// @param email    kept as typed, compared without case
/// @param password as [PasswordRules] asks for
public record NewAgent(UUID organization, String email, String name, Role role, String password) {

    private static final int MAX_TEXT = 320;

    /// @throws BadAccount saying what cannot be used
    public NewAgent {
        email = checkEmail(email);
        name = checkName(name);
        PasswordRules.check(password, name, email);
    }

    static String checkName(String name) {
        var stripped = name.strip();
        BadAccount.unless("name", !stripped.isEmpty() && stripped.length() <= MAX_TEXT);
        return stripped;
    }

    static String checkEmail(String email) {
        var stripped = email.strip();
        BadAccount.unless("email", stripped.matches("[^\\s@]+@[^\\s@]+") && stripped.length() <= MAX_TEXT);
        return stripped;
    }

    /// Without the password.
    @Override
    public String toString() {
        return "NewAgent[organization=" + organization + ", email=" + email + "]";
    }
}
