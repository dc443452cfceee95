package io.chask.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, kept in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. The cost is the one OWASP's
/// password storage
/// sheet names for servers. A stored hash keeps its own cost, so the cost can be raised later.
public final class PasswordHasher {

    private static final Cost COST = new Cost(19_456, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final RandomGenerator random;
    private final Cost cost;

    /// @param random a cryptographic source, for salts
    public PasswordHasher(RandomGenerator random) {
        this(random, COST);
    }

    /// With a cost of one's own, for tests that sign in hundreds of times and are about something else.
    PasswordHasher(RandomGenerator random, Cost cost) {
        this.random = random;
        this.cost = cost;
    }

    /// The form to store. Takes tens of milliseconds and 19 MiB.
    public String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        return form(salt, derive(password, salt, cost, HASH_BYTES));
    }

    /// A form of today's cost that is the hash of no known password, for the time it takes to compare with it. Made
    /// without deriving anything.
    String ofNobody() {
        return form(bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String form(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib,
                        cost.iterations,
                        cost.lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /// Whether this is the password behind a stored hash; compared in constant time.
    ///
    /// @throws IllegalArgumentException when the stored form is none of ours
    public boolean matches(String password, String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            throw new IllegalArgumentException("a stored password hash has an unknown form");
        }
        Cost its = new Cost(number(form, 1), number(form, 2), number(form, 3));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        return MessageDigest.isEqual(expected, derive(password, salt, its, expected.length));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib)
                .withIterations(cost.iterations)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /// What a guess costs, as [RFC 9106](https://www.rfc-editor.org/rfc/rfc9106) names it.
    record Cost(int memoryKib, int iterations, int lanes) {}
}
