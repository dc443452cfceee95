package io.chask.visitor;

import io.chask.contact.Page;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.TextRules;
import org.jspecify.annotations.Nullable;

/// Texts that pages send about themselves and their visitors.
final class Texts {

    private static final int URL = 2_048;
    private static final int TITLE = 300;

    private Texts() {}

    /// The page as far as it can be kept.
    static Page page(@Nullable String url, @Nullable String title, @Nullable String referrer) {
        return new Page(kept(url, URL), kept(title, TITLE), kept(referrer, URL));
    }

    /// The text as far as it can be kept: cut at `most` characters; nothing when it cannot be stored at all. For what
    /// must not stand in the way of a chat, such as a page's title.
    static @Nullable String kept(@Nullable String text, int most) {
        if (text == null || !TextRules.storable(text) || text.isBlank()) {
            return null;
        }
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /// The text, checked.
    ///
    /// @throws Refused `INVALID_FIELD` when it is longer than `most` or cannot be stored
    static String checked(String field, String text, int most) {
        if (text.length() > most) {
            throw new Refused(Problem.field(field, "must have at most " + most + " characters"));
        }
        if (!TextRules.storable(text)) {
            throw new Refused(Problem.field(field, "has characters that are not allowed"));
        }
        return text;
    }

    /// The value of a member that must be there.
    ///
    /// @throws Refused `INVALID_FIELD`
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refused(Problem.field(field, "is missing"));
        }
        return value;
    }
}
