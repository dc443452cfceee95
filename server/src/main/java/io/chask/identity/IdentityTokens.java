package io.chask.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks identity tokens. What verifies and what explains is the same list of findings, so the two never disagree.
public final class IdentityTokens {

    private static final Set<JWSAlgorithm> BY_ISSUER =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

    private final SharedSecrets secrets;
    private final IssuerKeys keys;
    private final Clock clock;

    public IdentityTokens(SharedSecrets secrets, IssuerKeys keys, Clock clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /// Whether the token holds for this organization. May fetch the issuer's keys; blocks.
    public Verdict verify(UUID organization, IdentitySettings settings, String token) {
        var findings = explain(organization, settings, token);
        var flawed = findings.stream().filter(finding -> finding.flaw() != null).findFirst();
        return flawed.<Verdict>map(Verdict.Invalid::new)
                .orElseGet(() -> new Verdict.Verified(
                        TokenPerson.of(ParsedToken.read(token).orElseThrow())));
    }

    /// Every check of the token, in order; without a flaw it holds. Blocks.
    public List<Finding> explain(UUID organization, IdentitySettings settings, String token) {
        var parsed = ParsedToken.read(token);
        if (parsed.isEmpty()) {
            return List.of(Finding.bad(Flaw.MALFORMED, null, null));
        }
        var read = parsed.get();
        var findings = new ArrayList<Finding>();
        findings.addAll(signature(organization, settings, read));
        findings.addAll(claims(organization, settings, read, clock.instant()).of(read));
        return findings;
    }

    private static ClaimChecks claims(UUID organization, IdentitySettings settings, ParsedToken token, Instant now) {
        var issuer = settings.issuer();
        return issuer == null || token.algorithm().equals(JWSAlgorithm.HS256.getName())
                ? ClaimChecks.bySecret(organization, now)
                : new ClaimChecks(issuer.name(), issuer.audience(), now);
    }

    private List<Finding> signature(UUID organization, IdentitySettings settings, ParsedToken token) {
        var algorithm = token.signed().getHeader().getAlgorithm();
        var issuer = settings.issuer();
        if (algorithm.equals(JWSAlgorithm.HS256) && !settings.secrets().isEmpty()) {
            return List.of(Finding.good("alg", token.algorithm()), bySecret(organization, settings, token));
        }
        if (issuer != null && BY_ISSUER.contains(algorithm)) {
            return byIssuer(issuer, token);
        }
        return List.of(Finding.bad(Flaw.ALGORITHM, token.algorithm(), accepted(settings)));
    }

    private static String accepted(IdentitySettings settings) {
        var bySecret = settings.secrets().isEmpty() ? Stream.<String>of() : Stream.of(JWSAlgorithm.HS256.getName());
        var byIssuer = settings.issuer() == null ? Stream.<String>of() : Stream.of("RS256", "ES256", "EdDSA");
        var all = Stream.concat(bySecret, byIssuer).collect(Collectors.joining(", "));
        return all.isEmpty() ? "no secret and no issuer is set up" : "accepted here: " + all;
    }

    private Finding bySecret(UUID organization, IdentitySettings settings, ParsedToken token) {
        boolean signed = false;
        // All of them, however the first went: the time tells nothing.
        for (var secret : settings.secrets()) {
            signed |= SignatureCheck.bySecret(token, secrets.text(organization, secret.id()));
        }
        return signed ? Finding.good("signature", null) : Finding.bad(Flaw.SIGNATURE, null, null);
    }

    private List<Finding> byIssuer(Issuer issuer, ParsedToken token) {
        var algorithm = Finding.good("alg", token.algorithm());
        var header = token.signed().getHeader();
        List<JWK> candidates;
        try {
            candidates = keys.find(issuer.keys(), header.getAlgorithm(), header.getKeyID());
        } catch (IOException e) {
            return List.of(algorithm, Finding.bad(Flaw.KEYS_UNAVAILABLE, id(header.getKeyID()), null));
        }
        if (candidates.isEmpty()) {
            return List.of(algorithm, Finding.bad(Flaw.KEY_UNKNOWN, id(header.getKeyID()), null));
        }
        var key = Finding.good("kid", id(header.getKeyID()));
        boolean signed = candidates.stream().anyMatch(each -> SignatureCheck.byKey(token, each));
        var signature = signed ? Finding.good("signature", null) : Finding.bad(Flaw.SIGNATURE, null, null);
        return List.of(algorithm, key, signature);
    }

    private static @Nullable String id(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), 100));
    }
}
