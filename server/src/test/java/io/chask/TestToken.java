package io.chask;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// Makes identity tokens as a customer's server does, with nothing but the platform.
public final class TestToken {

    private static final JsonMapper JSON = new JsonMapper();

    private TestToken() {}

    /// Good claims for an hour.
    public static Map<String, Object> claims(UUID organization, String user) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(
                Map.of("sub", user, "aud", organization.toString(), "iat", now, "nbf", now, "exp", now + 3_600));
    }

    /// Signed by a shared secret.
    public static String sign(Map<String, ?> claims, String secret) {
        return sign(Map.of("alg", "HS256", "typ", "JWT"), claims, secret.getBytes(StandardCharsets.US_ASCII));
    }

    /// With any header, signed by HMAC-SHA256 whatever it says.
    public static String sign(Map<String, ?> header, Map<String, ?> claims, byte[] key) {
        return sign(JSON.writeValueAsBytes(header), JSON.writeValueAsBytes(claims), key);
    }

    /// Of whatever bytes in their places.
    public static String sign(byte[] header, byte[] claims, byte[] key) {
        try {
            var signed = part(header) + "." + part(claims);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
