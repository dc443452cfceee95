package io.chask.conversation;

/// A draft that can never be stored, whatever happens: resending it unchanged is useless.
public final class BadDraft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why, in the form that stands in `reason` of a problem or an error frame.
    public enum Reason {
        /// No text and no attachment.
        CONTENT_EMPTY,
        /// More than [Draft#MAX_CONTENT] code points.
        CONTENT_TOO_LONG,
        /// U+0000 or half of a surrogate pair.
        CONTENT_INVALID_CHARACTERS,
        /// More than [Draft#MAX_ATTACHMENTS].
        TOO_MANY_ATTACHMENTS
    }

    private final Reason reason;

    /// @param message what is wrong and what is allowed, for the sender's developer
    BadDraft(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// What is wrong and what is allowed.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// Why it was refused.
    public Reason reason() {
        return reason;
    }
}
