package io.chask.attachment;

import io.chask.storage.FileKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links to files that whoever holds them may open until they expire: `HMAC-SHA256` over organization, file and time.
public final class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int STEPS = 4;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    /// Signs with this secret. A link works up to a quarter longer than its lifetime, so that a file keeps its address,
    /// and its place in the browser's cache, for a while.
    ///
    /// @param secret 32 random bytes, used for nothing else
    /// @param lifetime shortest time a link works
    public SignedLinks(byte[] secret, Duration lifetime, Clock clock) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /// What a link is worth.
    public enum Verdict {
        VALID,
        /// It was right once.
        EXPIRED,
        /// It was never made here.
        FORGED
    }

    /// Path and query of a link to this file.
    public String link(UUID organization, UUID id) {
        return link(FileKey.file(organization, id), "");
    }

    /// Path and query of a link to this file's small picture.
    public String thumbnailLink(UUID organization, UUID id) {
        return link(FileKey.thumbnail(organization, id), "/thumbnail");
    }

    private String link(FileKey key, String ending) {
        long step = Math.max(1, lifetime.toSeconds() / STEPS);
        long least = clock.instant().getEpochSecond() + lifetime.toSeconds();
        long expires = Math.ceilDiv(least, step) * step;
        return "/v1/attachments/" + key.id() + ending + "?organization=" + key.organization() + "&expires=" + expires
                + "&signature=" + signature(key, Long.toString(expires));
    }

    /// Checks the parts of a link, the signature in constant time and first.
    public Verdict check(FileKey key, String expires, String signature) {
        byte[] expected = signature(key, expires).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return Verdict.FORGED;
        }
        long until = Long.parseLong(expires);
        return clock.instant().getEpochSecond() < until ? Verdict.VALID : Verdict.EXPIRED;
    }

    private String signature(FileKey key, String expires) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(this.key);
            byte[] signature = mac.doFinal(
                    (key.organization() + "\n" + key.leaf() + "\n" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
