package io.chask.account;

/// What somebody signs in with.
///
/// @param code of the second factor; empty: not given
public record Credentials(String email, String password, String code) {

    /// Without a second factor.
    public static Credentials of(String email, String password) {
        return new Credentials(email, password, "");
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "Credentials[email=" + email + "]";
    }
}
