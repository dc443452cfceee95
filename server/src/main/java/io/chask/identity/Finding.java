package io.chask.identity;

import org.jspecify.annotations.Nullable;

/// One check of a token and how it went.
///
/// @param subject the claim or header
/// @param value what the token says there, for showing
/// @param expected what it should say
/// @param flaw null when all is well
public record Finding(
        String subject,
        @Nullable String value,
        @Nullable String expected,
        @Nullable Flaw flaw) {

    static Finding good(String subject, @Nullable String value) {
        return new Finding(subject, value, null, null);
    }

    static Finding bad(Flaw flaw, @Nullable String value, @Nullable String expected) {
        return new Finding(flaw.subject(), value, expected, flaw);
    }

    /// For developers; of a flaw only.
    public String sentence() {
        return flaw == null ? "" : flaw.sentence(expected == null ? "" : expected);
    }
}
