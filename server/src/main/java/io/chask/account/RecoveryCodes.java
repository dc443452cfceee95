package io.chask.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Codes for whoever has lost his phone: ten of 80 random bits, of which only SHA-256 is kept; each counts once.
final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 10;

    private RecoveryCodes() {}

    /// Replaces those of an agent; gives the new ones, which are never seen again.
    static List<String> replace(Handle handle, UUID organization, UUID agent, RandomGenerator random) {
        handle.createUpdate(
                        "delete from agent_recovery_code where organization_id = :organization and agent_id = :agent")
                .bind("organization", organization)
                .bind("agent", agent)
                .execute();
        var codes = IntStream.range(0, COUNT).mapToObj(_ -> code(random)).toList();
        var batch = handle.prepareBatch(
                "insert into agent_recovery_code (organization_id, agent_id, hash) values (:organization, :agent, :hash)");
        codes.forEach(code -> batch.bind("organization", organization)
                .bind("agent", agent)
                .bind("hash", hash(code))
                .add());
        batch.execute();
        return codes;
    }

    /// Whether it was one of them; it is none from now on.
    static boolean take(Handle handle, UUID organization, UUID agent, String code) {
        return handle.createUpdate("""
                        delete from agent_recovery_code
                        where organization_id = :organization and agent_id = :agent and hash = :hash
                        """)
                        .bind("organization", organization)
                        .bind("agent", agent)
                        .bind("hash", hash(code))
                        .execute()
                == 1;
    }

    private static String code(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT).replaceAll(".{4}(?=.)", "$0-");
    }

    /// However it was typed.
    private static byte[] hash(String code) {
        var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
