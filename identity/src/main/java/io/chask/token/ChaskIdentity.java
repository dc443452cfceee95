package io.chask.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the identity tokens by which your server tells Chask who a visitor is: JSON Web Tokens signed with HS256 by the
 * shared secret of your organization. Needs nothing but Java 17; may be shared by all threads.
 *
 * <pre>{@code
 * var chask = new ChaskIdentity(organizationId, secret);
 * String token = chask.token("user-42", Map.of("name", "Ada", "email", "ada@example.com"));
 * }</pre>
 */
public final class ChaskIdentity {

    /** How long a token lives unless you say otherwise: long enough to load a page, short enough to be worth little. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String organizationId;
    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Tokens of the default lifetime.
     *
     * @param organizationId id of your organization, as in the widget's {@code init}
     * @param secret the shared secret, exactly as the console showed it; keep it on the server
     */
    public ChaskIdentity(String organizationId, String secret) {
        this(organizationId, secret, DEFAULT_LIFETIME, Clock.systemUTC());
    }

    /**
     * @param lifetime how long a token lives, at most 24 hours
     * @param clock what time it is
     * @throws IllegalArgumentException when the lifetime is not between a second and 24 hours
     */
    public ChaskIdentity(String organizationId, String secret, Duration lifetime, Clock clock) {
        this.organizationId = Objects.requireNonNull(organizationId, "organizationId");
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = Objects.requireNonNull(clock, "clock");
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lifetime must be between a second and 24 hours, not " + lifetime);
        }
    }

    /** A token that names the user by your own id of him, and nothing else. */
    public String token(String userId) {
        return token(userId, Map.of());
    }

    /**
     * A token that also vouches for data of the user.
     *
     * @param userId your own id of the user, 1 to 200 characters; never changes and is never given to somebody else
     * @param data any of {@code name}, {@code email}, {@code phone}, {@code avatarUrl}, {@code locale}
     * @throws IllegalArgumentException when the id is blank or too long
     */
    public String token(String userId, Map<String, String> data) {
        if (userId.isBlank() || userId.length() > 200) {
            throw new IllegalArgumentException("userId must have 1 to 200 characters");
        }
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>(data);
        claims.put("sub", userId);
        claims.put("aud", organizationId);
        claims.put("iat", now);
        claims.put("exp", now + lifetime.toSeconds());
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + encoded(json(claims));
        return signed + '.' + BASE64.encodeToString(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, Object> claims) {
        StringBuilder json = new StringBuilder("{");
        claims.forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "");
            quote(json, name).append(':');
            if (value instanceof Number) {
                json.append(value);
            } else {
                quote(json, value.toString());
            }
        });
        return json.append('}').toString();
    }

    /** RFC 8259 §7. */
    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
