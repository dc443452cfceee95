package io.chask.account;

/// An account that cannot be made or changed as asked; names the field.
public final class BadAccount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Fault fault;

    /// What is wrong.
    public enum Fault {
        /// Its form.
        UNUSABLE,
        /// Somebody else has it.
        TAKEN,
        /// Too few characters.
        PASSWORD_TOO_SHORT,
        /// One of those that guessers try first.
        PASSWORD_TOO_COMMON,
        /// Its owner's name or e-mail address.
        PASSWORD_PERSONAL
    }

    BadAccount(String field, String why, Fault fault) {
        super(field + " " + why);
        this.field = field;
        this.fault = fault;
    }

    /// `email`, `name` or `password`.
    public String field() {
        return field;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    static void unless(String field, boolean usable) {
        if (!usable) {
            throw new BadAccount(field, "cannot be used", Fault.UNUSABLE);
        }
    }
}
