package io.chask.edge;

import io.chask.wire.TextRules;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splits and decodes paths and queries. A path that could mean something else to another reader is refused whole:
/// empty, `.` and `..` parts in any encoding, encoded slashes, backslashes, path parameters (`;`), control characters.
final class Paths {
    private Paths() {}

    /// The decoded parts of a raw path, or empty when it is refused.
    static Optional<List<String>> parts(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        var raw = path.substring(1).split("/", -1);
        for (int at = 0; at < raw.length; at++) {
            var part = decode(raw[at], false);
            boolean last = at == raw.length - 1;
            if (part == null || raw[at].indexOf(';') >= 0 || ambiguous(part) || (part.isEmpty() && !last)) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return Optional.of(parts);
    }

    private static boolean ambiguous(String part) {
        return part.equals(".")
                || part.equals("..")
                || part.chars().anyMatch(unit -> unit == '/' || unit == '\\' || unit < ' ' || unit == 127);
    }

    /// Every parameter whose name is well-formed.
    static Query query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Query.NONE;
        }
        var values = new HashMap<String, String>();
        var unreadable = new HashSet<String>();
        for (var pair : query.split("&", 200)) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            if (name == null || values.containsKey(name) || unreadable.contains(name)) {
                continue;
            }
            var value = decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (value == null || !TextRules.storable(value)) {
                unreadable.add(name);
            } else {
                values.put(name, value);
            }
        }
        return new Query(values, unreadable);
    }

    private static @Nullable String decode(String text, boolean plusIsSpace) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '%') {
                int value = at + 2 < text.length() ? hexadecimal(text, at + 1) : -1;
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                at += 2;
            } else if (unit > ' ' && unit < 127) {
                bytes.write(unit == '+' && plusIsSpace ? ' ' : unit);
            } else {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static int hexadecimal(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
