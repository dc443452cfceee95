package io.chask.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.chask.TestToken;
import io.chask.fuzz.Mutations;
import io.chask.identity.IdentitySettings.ActiveSecret;
import io.chask.outgoing.OutgoingHttp;
import io.chask.outgoing.UrlGuard;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in an identity token's place, or is signed as one, is a person with a future, or refused in words
/// that
/// can be written down. Whatever an issuer publishes is a set of keys, or none.
final class IdentityTokenFuzzTest {

    private static final UUID SHOP = UUID.fromString("018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ActiveSecret SECRET = new ActiveSecret(SHOP, Instant.EPOCH);
    private static final IdentitySettings SETTINGS = new IdentitySettings(IdentityMode.ENFORCED, null, List.of(SECRET));
    private static final SharedSecrets SECRETS =
            new SharedSecrets("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final OutgoingHttp NOWHERE =
            new OutgoingHttp(new UrlGuard(Set.of(), InetAddress::getAllByName), Duration.ofSeconds(1));
    private static final IdentityTokens TOKENS = new IdentityTokens(SECRETS, new IssuerKeys(NOWHERE, CLOCK), CLOCK);
    private static final byte[] HEADER = "{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = SECRETS.text(SHOP, SECRET.id()).getBytes(StandardCharsets.US_ASCII);

    static void read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(verdict(text)).as("unsigned").isInstanceOf(Verdict.Invalid.class);
        verdict(TestToken.sign(bytes, HEADER, KEY));
        if (verdict(TestToken.sign(HEADER, bytes, KEY)) instanceof Verdict.Verified(Identity person)) {
            assertThat(person.userId()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            assertThat(person.expiresAt()).isBetween(NOW.minusSeconds(60), NOW.plusSeconds(86_460));
        }
        try {
            JWKSet.parse(text);
        } catch (ParseException none) {
            assertThat(none.getMessage()).isNotBlank();
        }
    }

    private static Verdict verdict(String token) {
        var findings = TOKENS.explain(SHOP, SETTINGS, token);
        for (var finding : findings) {
            assertThat(JsonMapper.shared().writeValueAsBytes(finding)).isNotEmpty();
        }
        return TOKENS.verify(SHOP, SETTINGS, token);
    }

    @Test
    void brokenIdentityTokensAreRefused() {
        Mutations.of("identity/IdentityTokenFuzzingInputs/claims").run(10_000, IdentityTokenFuzzTest::read);
    }
}
