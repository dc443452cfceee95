package io.chask.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The shared secrets that sign HS256 tokens: each derived from the server's key and its own id, never stored.
public final class SharedSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key 32 random bytes, used for nothing else
    public SharedSecrets(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The secret as the customer's server gets it, 43 characters; these very characters are the key of the signature.
    public String text(UUID organization, UUID id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] secret = mac.doFinal((organization + "\n" + id).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
