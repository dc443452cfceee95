package io.chask.account;

import java.time.Clock;
import java.util.ArrayList;

/// What an agent's app shows, for tests that go through the server.
public final class Codes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Codes() {}

    /// The code of the step that is so many steps away from now.
    public static String of(String secret, int away) {
        return Totp.code(decoded(secret), Totp.step(Clock.systemUTC().instant()) + away);
    }

    private static byte[] decoded(String text) {
        var bytes = new ArrayList<Byte>();
        int buffer = 0;
        int bits = 0;
        for (int at = 0; at < text.length(); at++) {
            buffer = ((buffer << 5) | ALPHABET.indexOf(text.charAt(at))) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.add((byte) (buffer >> bits));
            }
        }
        byte[] decoded = new byte[bytes.size()];
        for (int place = 0; place < decoded.length; place++) {
            decoded[place] = bytes.get(place);
        }
        return decoded;
    }
}
