package io.chask.account;

import io.chask.account.BadAccount.Fault;
import java.util.stream.Stream;

/// What a password must be: long enough, none of those that guessers try first, and not the name of its owner. Nothing
/// is
/// asked of its characters; length protects better than a digit at the end.
final class PasswordRules {

    /// Fewest characters.
    static final int SHORTEST = 10;

    private static final int LONGEST = 1_000;

    private PasswordRules() {}

    /// @throws BadAccount saying what is wrong with it
    static void check(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new BadAccount(
                    "password", "must have at least " + SHORTEST + " characters", Fault.PASSWORD_TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            throw new BadAccount("password", "must have at most " + LONGEST + " characters", Fault.UNUSABLE);
        }
        if (isPersonal(password, name, email)) {
            throw new BadAccount("password", "must not be the name or e-mail address", Fault.PASSWORD_PERSONAL);
        }
        if (CommonPasswords.contains(password)) {
            throw new BadAccount("password", "is one of those that guessers try first", Fault.PASSWORD_TOO_COMMON);
        }
    }

    private static boolean isPersonal(String password, String name, String email) {
        var local = email.substring(0, Math.max(0, email.indexOf('@')));
        var letters = CommonPasswords.letters(password);
        var folded = CommonPasswords.letters(CommonPasswords.fold(password));
        return Stream.of(name, local, email)
                .map(CommonPasswords::letters)
                .filter(own -> !own.isEmpty())
                .anyMatch(own -> own.equals(letters) || own.equals(folded));
    }
}
