package io.chask.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that change every thirty seconds (RFC 6238 with HMAC-SHA-1, which is what every app knows).
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /// Clocks of phones are wrong by that many steps at most (RFC 6238 §5.2).
    private static final int TOLERANCE = 1;

    private Totp() {}

    static long step(Instant time) {
        return time.getEpochSecond() / STEP.toSeconds();
    }

    /// The step whose code this is, if it is one of those that count now. Takes the same time whichever it is.
    static OptionalLong match(byte[] secret, String code, Instant now) {
        byte[] given = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        long middle = step(now);
        for (long step = middle - TOLERANCE; step <= middle + TOLERANCE; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The code of a step (RFC 4226 §5.3).
    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + DIGITS + "d").formatted(number % MODULUS);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
