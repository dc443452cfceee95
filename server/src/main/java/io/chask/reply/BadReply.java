package io.chask.reply;

/// A canned reply that cannot be kept: which member is wrong, and what is wrong with it.
public final class BadReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String fault;

    BadReply(String field, String fault) {
        super(field + " " + fault);
        this.field = field;
        this.fault = fault;
    }

    /// Path of the member, as the API names it.
    public String field() {
        return field;
    }

    /// English, for developers.
    public String fault() {
        return fault;
    }
}
