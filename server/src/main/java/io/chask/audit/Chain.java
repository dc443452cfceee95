package io.chask.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.TreeMap;

/// How a line's hash is made: SHA-256 over these fields, each written as its length in bytes, a colon, its UTF-8 bytes
/// and
/// a comma, so that no two lines have the same encoding: `chask-audit-1`, the hash of the line before (64 zeros for the
/// first), organization, number, time, kind and id of the actor (empty if none), action, kind and id of the subject,
/// then
/// name and value of each detail in the order of the names. The documentation repeats this for whoever checks an export
/// with a program of his own.
final class Chain {

    /// Before the first line.
    static final String BEGINNING = "0".repeat(64);

    private static final String VERSION = "chask-audit-1";
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Chain() {}

    /// The hash that this line must have after the line with `previous`; the line's own does not count.
    static String hash(String previous, AuditLine line) {
        var digest = sha256();
        add(digest, VERSION);
        add(digest, previous);
        add(digest, line.organization().toString());
        add(digest, Long.toString(line.number()));
        add(digest, TIME.format(line.at()));
        add(digest, line.actorKind());
        add(digest, line.actorId() == null ? "" : line.actorId().toString());
        add(digest, line.action());
        add(digest, line.subject().kind());
        add(digest, line.subject().id());
        new TreeMap<>(line.details()).forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
