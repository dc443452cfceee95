package io.chask.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The checks of what a token claims, each with a finding of its own.
///
/// @param issuer who must have made it; null for a shared secret, where the signature says so
/// @param audience for whom it must have been made
record ClaimChecks(@Nullable String issuer, String audience, Instant now) {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_ID = 200;
    private static final int SHOWN = 300;

    /// For a token signed by a secret of this organization.
    static ClaimChecks bySecret(UUID organization, Instant now) {
        return new ClaimChecks(null, organization.toString(), now);
    }

    List<Finding> of(ParsedToken token) {
        var findings = new ArrayList<Finding>();
        if (issuer != null) {
            findings.add(finding(token, "iss", Flaw.ISSUER, issuer.equals(token.text("iss")), issuer));
        }
        findings.add(
                finding(token, "aud", Flaw.AUDIENCE, hasAudience(token.claims().get("aud")), audience));
        findings.add(finding(token, "sub", Flaw.SUBJECT, isId(token.text("sub")), null));
        findings.add(expiry(token));
        findings.add(notInFuture(token, Flaw.NOT_BEFORE));
        findings.add(notInFuture(token, Flaw.ISSUED_AT));
        return findings;
    }

    private boolean hasAudience(@Nullable Object claim) {
        return claim instanceof Collection<?> many ? many.contains(audience) : audience.equals(claim);
    }

    private static boolean isId(@Nullable String id) {
        return id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(Character::isISOControl)
                && id.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private Finding expiry(ParsedToken token) {
        var seconds = token.seconds("exp");
        if (seconds == null) {
            return finding(token, "exp", Flaw.EXPIRY_MISSING, false, null);
        }
        if (seconds <= now.minus(LEEWAY).getEpochSecond()) {
            return finding(token, "exp", Flaw.EXPIRED, false, null);
        }
        boolean bounded = seconds <= now.plus(LONGEST).plus(LEEWAY).getEpochSecond();
        return finding(token, "exp", Flaw.LIFETIME, bounded, null);
    }

    /// Both may be absent.
    private Finding notInFuture(ParsedToken token, Flaw flaw) {
        var seconds = token.seconds(flaw.subject());
        boolean absent = token.claims().get(flaw.subject()) == null;
        boolean past = seconds != null && seconds <= now.plus(LEEWAY).getEpochSecond();
        return finding(token, flaw.subject(), flaw, absent || past, null);
    }

    private static Finding finding(
            ParsedToken token, String claim, Flaw flaw, boolean good, @Nullable String expected) {
        var value = token.claims().get(claim);
        var text = value == null ? null : shortened(value.toString());
        return good ? Finding.good(claim, text) : Finding.bad(flaw, text, expected);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN));
    }
}
