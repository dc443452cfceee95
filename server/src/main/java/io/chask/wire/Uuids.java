package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// UUIDs as they travel: 36 characters, nothing shortened (RFC 9562 §4). `UUID.fromString` alone accepts `1-1-1-1-1`.
public final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    /// The id, or null when the text is none.
    public static @Nullable UUID parse(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return null;
        }
        for (int at = 0; at < LENGTH; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !hexadecimal(text.charAt(at))) {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    private static boolean hexadecimal(char unit) {
        return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
    }
}
