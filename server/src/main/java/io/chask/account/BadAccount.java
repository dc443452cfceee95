package io.chask.account;

/// An account that cannot be made as asked; names the field.
public final class BadAccount extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadAccount(String field, String why) {
        super(field + " " + why);
        this.field = field;
    }

    /// `email`, `name` or `password`.
    public String field() {
        return field;
    }

    static void unless(String field, boolean usable) {
        if (!usable) {
            throw new BadAccount(field, "cannot be used");
        }
    }
}
