package io.chask.organization;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// The text of publishable keys: `ck_` and 192 random bits.
final class KeyText {

    private static final int BYTES = 24;

    private KeyText() {}

    static String create(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "ck_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
