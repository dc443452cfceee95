package io.chask.organization;

/// A setting that cannot be used; names the field.
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadSetting(String field) {
        super(field + " cannot be used");
        this.field = field;
    }

    /// Path of the field, as the API names it.
    public String field() {
        return field;
    }

    static void unless(String field, boolean usable) {
        if (!usable) {
            throw new BadSetting(field);
        }
    }
}
