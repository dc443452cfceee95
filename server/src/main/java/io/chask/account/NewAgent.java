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
        BadAccount.unless("name", !stripped.isEmpty() && fits(stripped));
        return stripped;
    }

    static String checkEmail(String email) {
        var stripped = email.strip();
        BadAccount.unless("email", stripped.matches("[^\\s@]+@[^\\s@]+") && fits(stripped));
        return stripped;
    }

    /// One line that the database can store.
    private static boolean fits(String text) {
        return text.length() <= MAX_TEXT
                && text.codePoints()
                        .noneMatch(
                                sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "NewAgent[organization=" + organization + ", email=" + email + "]";
    }
}
