package io.chask.identity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads who somebody is from a token that holds. Takes the names of OpenID Connect and those of the widget's `user`.
final class TokenPerson {

    private static final int NAME = 200;
    private static final int EMAIL = 320;
    private static final int PHONE = 40;
    private static final int URL = 2_048;
    private static final int LOCALE = 35;

    private TokenPerson() {}

    static Identity of(ParsedToken token) {
        return new Identity(
                Objects.requireNonNull(token.text("sub")),
                kept(token.text("name"), NAME),
                Boolean.FALSE.equals(token.claims().get("email_verified")) ? null : kept(token.text("email"), EMAIL),
                first(kept(token.text("phone"), PHONE), kept(token.text("phone_number"), PHONE)),
                url(first(kept(token.text("avatarUrl"), URL), kept(token.text("picture"), URL))),
                kept(token.text("locale"), LOCALE),
                Instant.ofEpochSecond(Objects.requireNonNull(token.seconds("exp"))));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String url(@Nullable String text) {
        return text != null && (text.startsWith("https://") || text.startsWith("http://")) ? text : null;
    }

    /// Null for what does not fit: a half e-mail address is none.
    private static @Nullable String kept(@Nullable String text, int most) {
        if (text == null || text.isBlank() || text.length() > most) {
            return null;
        }
        boolean storable = text.indexOf('\0') < 0
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        return storable ? text.strip() : null;
    }
}
