package io.chask.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.chask.TestToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// S15: tokens of an organization's own issuer, by the keys it publishes.
final class IssuerTokensTest extends TokenCase {

    @Test
    void issuersTokensAreVerifiedByItsPublishedKeys() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        var ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        var ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = ed.getPublic().getEncoded();
        var x = Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        var pair = new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("o").build();
        document = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK(), pair)).toString();
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, "r"))).isNull();
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, null))).isNull();
        assertThat(flaw(issued(), signed(ec, JWSAlgorithm.ES256, "e"))).isNull();
        assertThat(flaw(issued(), edSigned(ed.getPrivate()))).isNull();
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.PS256, "r"))).isEqualTo(Flaw.ALGORITHM);
        assertThat(flaw(issued(), signed(new RSAKeyGenerator(2048).generate(), JWSAlgorithm.RS256, "r")))
                .isEqualTo(Flaw.SIGNATURE);
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, "r", claims -> claims.put("iss", "https://evil"))))
                .isEqualTo(Flaw.ISSUER);
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, "r", claims -> claims.put("aud", SHOP.toString()))))
                .isEqualTo(Flaw.AUDIENCE);
        assertThat(fetches).hasValue(1);
    }

    private String edSigned(java.security.PrivateKey key) throws GeneralSecurityException {
        var claims = TestToken.claims(SHOP, "u-1");
        claims.putAll(Map.of("iss", ISSUER, "aud", "chask"));
        var unsigned = TestToken.sign(Map.of("alg", "EdDSA", "kid", "o"), claims, KEY);
        var input = unsigned.substring(0, unsigned.lastIndexOf('.'));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature.sign());
    }

    @Test
    void s15RotatedKeyIsFetchedOnceAMinuteAndTheKeysThereWereStayWhenFetchingFails() throws JOSEException {
        var older = new RSAKeyGenerator(2048).keyID("old").generate();
        var newer = new RSAKeyGenerator(2048).keyID("new").generate();
        document = new JWKSet(older.toPublicJWK()).toString();
        assertThat(flaw(issued(), signed(older, JWSAlgorithm.RS256, "old"))).isNull();
        document = new JWKSet(newer.toPublicJWK()).toString();
        assertThat(flaw(issued(), signed(newer, JWSAlgorithm.RS256, "new"))).isEqualTo(Flaw.KEY_UNKNOWN);
        assertThat(fetches).hasValue(1);
        now = now.plusSeconds(61);
        assertThat(flaw(issued(), signed(newer, JWSAlgorithm.RS256, "new"))).isNull();
        assertThat(flaw(issued(), signed(older, JWSAlgorithm.RS256, "old"))).isEqualTo(Flaw.KEY_UNKNOWN);
        assertThat(fetches).hasValue(2);
        status = 500;
        now = now.plusSeconds(660);
        assertThat(flaw(issued(), signed(newer, JWSAlgorithm.RS256, "new"))).isNull();
        assertThat(fetches).hasValue(3);
    }

    @Test
    void issuerThatDoesNotAnswerIsToldApartFromAWrongToken() throws JOSEException {
        status = 302;
        var rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, "r"))).isEqualTo(Flaw.KEYS_UNAVAILABLE);
    }

    @Test
    void weakRsaKeyIsNotTaken() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var weak = generator.generateKeyPair();
        var key = new RSAKey.Builder((java.security.interfaces.RSAPublicKey) weak.getPublic())
                .keyID("w")
                .build();
        document = new JWKSet(key).toString();
        var rsa = new RSAKeyGenerator(2048).keyID("w").generate();
        assertThat(flaw(issued(), signed(rsa, JWSAlgorithm.RS256, "w"))).isEqualTo(Flaw.KEY_UNKNOWN);
    }
}
