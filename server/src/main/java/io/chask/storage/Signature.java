package io.chask.storage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to an S3 store: AWS Signature Version 4 in the `Authorization` header, over method, path, headers and
/// the SHA-256 of the body. Addresses with a query are not needed here and not signed rightly.
final class Signature {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";

    private final String region;
    private final String accessKey;
    private final String secretKey;

    Signature(String region, String accessKey, String secretKey) {
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /// What is to be signed.
    ///
    /// @param uri with its path encoded as it will be sent
    /// @param headers further ones that the signature shall cover
    /// @param contentHash SHA-256 of the body in hexadecimal digits
    record Target(String method, URI uri, Map<String, String> headers, String contentHash) {}

    /// The target's headers with those that carry the signature; without `host`, which every client sends by itself.
    Map<String, String> headers(Target target, Instant now) {
        SortedMap<String, String> signed = new TreeMap<>();
        target.headers().forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signed.put("host", target.uri().getRawAuthority());
        signed.put("x-amz-content-sha256", target.contentHash());
        signed.put("x-amz-date", TIME.format(now));
        var names = String.join(";", signed.keySet());
        var scope = TIME.format(now).substring(0, 8) + "/" + region + "/s3/aws4_request";
        var signature = signature(scope, TIME.format(now), canonical(target, signed, names));
        signed.remove("host");
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        return signed;
    }

    private static String canonical(Target target, SortedMap<String, String> signed, String names) {
        var lines = new StringBuilder(target.method())
                .append('\n')
                .append(target.uri().getRawPath())
                .append("\n\n");
        signed.forEach(
                (name, value) -> lines.append(name).append(':').append(value).append('\n'));
        return lines.append('\n')
                .append(names)
                .append('\n')
                .append(target.contentHash())
                .toString();
    }

    private String signature(String scope, String time, String canonical) {
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, String.join("\n", ALGORITHM, time, scope, hash(canonical))));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
