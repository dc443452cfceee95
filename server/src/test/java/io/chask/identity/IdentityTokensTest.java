package io.chask.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.chask.TestToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// S15: what no identity token gets through with, and what each refusal says.
final class IdentityTokensTest extends TokenCase {

    @Test
    void goodTokenTellsWhoSomebodyIs() {
        var token = signed(claims -> claims.putAll(Map.of("name", "Ada", "email", "ada@example.com", "picture", "x")));
        assertThat(tokens.verify(SHOP, shared(first), token)).isInstanceOfSatisfying(Verdict.Verified.class, good -> {
            assertThat(good.identity().userId()).isEqualTo("u-1");
            assertThat(good.identity().name()).isEqualTo("Ada");
            assertThat(good.identity().email()).isEqualTo("ada@example.com");
            assertThat(good.identity().avatarUrl()).isNull();
        });
    }

    @Test
    void emailTheIssuerHasNotVerifiedIsNotTaken() {
        var token = signed(claims -> claims.putAll(Map.of("email", "ada@example.com", "email_verified", false)));
        assertThat(tokens.verify(SHOP, shared(first), token))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        good -> assertThat(good.identity().email()).isNull());
    }

    @Test
    void whatIsNoTokenIsMalformed() {
        for (var token : List.of("", "a", "a.b.c", "....", "e30.e30.", "x".repeat(10_000), signed(_ -> {}) + ".more")) {
            assertThat(flaw(shared(first), token)).as(token).isEqualTo(Flaw.MALFORMED);
        }
    }

    @Test
    void s15UnsignedTokenIsRefused() {
        for (var algorithm : List.of("none", "None", "NONE", "nOnE")) {
            var token = TestToken.sign(Map.of("alg", algorithm), TestToken.claims(SHOP, "u-1"), KEY);
            var parts = token.split("\\.", -1);
            for (var each : List.of(token, parts[0] + "." + parts[1] + ".")) {
                assertThat(flaw(shared(first), each)).isIn(Flaw.MALFORMED, Flaw.ALGORITHM);
            }
        }
    }

    @Test
    void s15OtherAlgorithmsAreRefusedAndToldWhatIsAccepted() {
        for (var algorithm : List.of("HS384", "HS512", "RS256", "PS256", "ES384", "ES256K", "EdDSA", "A128KW")) {
            var token = TestToken.sign(Map.of("alg", algorithm), TestToken.claims(SHOP, "u-1"), KEY);
            assertThat(tokens.explain(SHOP, shared(first), token))
                    .anySatisfy(finding -> assertThat(finding.sentence()).contains("accepted here: HS256"));
        }
        assertThat(flaw(shared(), signed(_ -> {}))).isEqualTo(Flaw.ALGORITHM);
    }

    @Test
    void s15PublicKeyUsedAsASharedSecretIsRefused() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).keyID("k").generate();
        document = new JWKSet(rsa.toPublicJWK()).toString();
        for (var key : List.of(
                rsa.toRSAPublicKey().getEncoded(), rsa.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8))) {
            var claims = TestToken.claims(SHOP, "u-1");
            claims.put("iss", ISSUER);
            claims.put("aud", "chask");
            var token = TestToken.sign(Map.of("alg", "HS256", "kid", "k"), claims, key);
            assertThat(flaw(issued(), token)).isEqualTo(Flaw.ALGORITHM);
            assertThat(flaw(issued(first), token)).isEqualTo(Flaw.SIGNATURE);
        }
    }

    @Test
    void s15KeyIdThatIsAPathOrAnAddressNamesNoKey() throws JOSEException {
        var rsa = new RSAKeyGenerator(2048).keyID("k").generate();
        document = new JWKSet(rsa.toPublicJWK()).toString();
        for (var kid : List.of("../../../dev/null", "/etc/passwd", "file:///dev/null", "k' or '1'='1", "")) {
            var empty = TestToken.sign(Map.of("alg", "HS256", "kid", kid), TestToken.claims(SHOP, "u-1"), new byte[32]);
            assertThat(flaw(shared(first), empty)).isEqualTo(Flaw.SIGNATURE);
            assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, kid))).isEqualTo(Flaw.KEY_UNKNOWN);
        }
    }

    @Test
    void s15SecretOfAnotherOrganizationIsRefusedAndSoIsItsAudience() {
        var claims = TestToken.claims(SHOP, "u-1");
        assertThat(flaw(shared(first), TestToken.sign(claims, secrets.text(OTHER, first.id()))))
                .isEqualTo(Flaw.SIGNATURE);
        assertThat(flawOf(each -> each.put("aud", OTHER.toString()))).isEqualTo(Flaw.AUDIENCE);
        assertThat(flawOf(each -> each.remove("aud"))).isEqualTo(Flaw.AUDIENCE);
        assertThat(flawOf(each -> each.put("aud", List.of("x", SHOP.toString()))))
                .isNull();
    }

    @Test
    void s16TwoSecretsCountWhileRotatingAndARevokedOneNoLonger() {
        var older = signed(_ -> {});
        var newer = TestToken.sign(TestToken.claims(SHOP, "u-1"), secrets.text(SHOP, second.id()));
        assertThat(flaw(shared(first, second), older)).isNull();
        assertThat(flaw(shared(first, second), newer)).isNull();
        assertThat(flaw(shared(second), older)).isEqualTo(Flaw.SIGNATURE);
    }

    @Test
    void s15TimesAreHeldToTheMinute() {
        assertThat(flawOf(claims -> claims.remove("exp"))).isEqualTo(Flaw.EXPIRY_MISSING);
        assertThat(flawOf(claims -> claims.put("exp", "tomorrow"))).isEqualTo(Flaw.EXPIRY_MISSING);
        assertThat(flawOf(claims -> claims.put("exp", in(-59)))).isNull();
        assertThat(flawOf(claims -> claims.put("exp", in(-60)))).isEqualTo(Flaw.EXPIRED);
        assertThat(flawOf(claims -> claims.put("exp", in(86_460)))).isNull();
        assertThat(flawOf(claims -> claims.put("exp", in(86_462)))).isEqualTo(Flaw.LIFETIME);
        assertThat(flawOf(claims -> claims.put("exp", Long.MAX_VALUE))).isEqualTo(Flaw.LIFETIME);
        assertThat(flawOf(claims -> claims.put("nbf", in(60)))).isNull();
        assertThat(flawOf(claims -> claims.put("nbf", in(62)))).isEqualTo(Flaw.NOT_BEFORE);
        assertThat(flawOf(claims -> claims.put("iat", in(62)))).isEqualTo(Flaw.ISSUED_AT);
        assertThat(flawOf(claims -> claims.put("iat", "now"))).isEqualTo(Flaw.ISSUED_AT);
        assertThat(flawOf(claims -> claims.keySet().removeAll(Set.of("iat", "nbf"))))
                .isNull();
    }

    @Test
    void subjectMustBeATextThatFits() {
        for (var subject : Arrays.asList("", " ", "x".repeat(201), "a\u0000b", "\ud800", 7, null)) {
            assertThat(flawOf(claims -> claims.put("sub", subject))).isEqualTo(Flaw.SUBJECT);
        }
    }

    @Test
    void explanationNamesEveryFlawAndHoldsNoSecret() {
        var token = signed(claims -> claims.putAll(Map.of("aud", "x", "exp", in(-100))));
        var findings = tokens.explain(SHOP, shared(first), token);
        assertThat(findings).extracting(Finding::flaw).contains(Flaw.AUDIENCE, Flaw.EXPIRED);
        assertThat(findings.toString()).doesNotContain(secrets.text(SHOP, first.id()));
    }
}
