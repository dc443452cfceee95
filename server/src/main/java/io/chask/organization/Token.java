package io.chask.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// An opaque secret of 256 bits that carries its organization in clear, so that it can be looked up:
/// `<organization>.<secret>`. Only its
/// hash is ever stored. Sessions of agents and visitors are of this form.
///
/// @param secret 43 characters of base64url
public record Token(UUID organization, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([\\w-]{43})");

    /// A new token.
    ///
    /// @param random a cryptographic source
    public static Token create(UUID organization, RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Token(organization, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// Reads a token; empty when it does not have the form of one.
    public static Optional<Token> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Token(UUID.fromString(matcher.group(1)), matcher.group(2)));
    }

    /// What is stored and looked up: SHA-256 of the secret. A fast hash is enough for 256 random bits.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The form that travels. Belongs into an `Authorization` header, a cookie or a frame, never into a URL or a log.
    public String text() {
        return organization + "." + secret;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return organization + ".***";
    }
}
