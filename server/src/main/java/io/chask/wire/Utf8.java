package io.chask.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Strict UTF-8: the JSON reader alone lets overlong forms and encoded surrogates pass.
final class Utf8 {
    private Utf8() {}

    static boolean wellFormed(byte[] text) {
        for (byte unit : text) {
            if (unit < 0) {
                return decodes(text);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
