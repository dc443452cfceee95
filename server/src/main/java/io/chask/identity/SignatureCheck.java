package io.chask.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether one key has signed a token. Each kind of key is used with the one algorithm that belongs to it, whatever the
/// token says, so a public key is never taken for a secret.
final class SignatureCheck {

    private static final int SMALLEST_RSA = 2_048;

    private SignatureCheck() {}

    static boolean bySecret(ParsedToken token, String secret) {
        try {
            // Compares in constant time.
            return token.signed().verify(new MACVerifier(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }

    static boolean byKey(ParsedToken token, JWK key) {
        try {
            var verifier = verifier(key);
            return verifier.isPresent() && token.signed().verify(verifier.get());
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }

    /// Whether a key of a JWKS document may have signed with this algorithm.
    static boolean fits(JWK key, JWSAlgorithm algorithm) {
        boolean kind = switch (key) {
            case RSAKey rsa -> algorithm.equals(JWSAlgorithm.RS256) && rsa.size() >= SMALLEST_RSA;
            case ECKey ec ->
                algorithm.equals(JWSAlgorithm.ES256) && ec.getCurve().equals(Curve.P_256);
            case OctetKeyPair pair ->
                algorithm.equals(JWSAlgorithm.EdDSA) && pair.getCurve().equals(Curve.Ed25519);
            default -> false;
        };
        boolean use = key.getKeyUse() == null || key.getKeyUse().identifier().equals("sig");
        boolean named =
                key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm.getName());
        return kind && use && named;
    }

    private static Optional<JWSVerifier> verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> Optional.of(new RSASSAVerifier(rsa));
            case ECKey ec -> Optional.of(new ECDSAVerifier(ec));
            case OctetKeyPair pair -> Optional.of(new Ed25519Check(pair));
            default -> Optional.empty();
        };
    }
}
