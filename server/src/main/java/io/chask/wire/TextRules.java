package io.chask.wire;

import java.util.Optional;

/// What text may be stored and shown: no U+0000 (PostgreSQL's text refuses it) and no unpaired surrogate (not
/// encodable).
public final class TextRules {
    private TextRules() {}

    /// Whether every character may be stored.
    public static boolean storable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Why this content of a message with `attachments` files is refused; empty when it is not.
    public static Optional<Reason> refusalOf(String content, int attachments) {
        if (!storable(content)) {
            return Optional.of(Reason.CONTENT_INVALID_CHARACTERS);
        }
        if (content.codePointCount(0, content.length()) > Limits.VERSION_1.contentCodePoints()) {
            return Optional.of(Reason.CONTENT_TOO_LONG);
        }
        if (attachments > Limits.VERSION_1.attachments()) {
            return Optional.of(Reason.TOO_MANY_ATTACHMENTS);
        }
        if (attachments == 0 && content.isBlank()) {
            return Optional.of(Reason.CONTENT_EMPTY);
        }
        return Optional.empty();
    }
}
