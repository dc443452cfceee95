package io.chask.identity;

/// What can be wrong with a token, in the order it is looked for; each with the claim or header it is about.
public enum Flaw {
    MALFORMED("token", "The token is no JWT: three parts of base64url, joined by dots, the first two JSON objects."),
    ALGORITHM("alg", "The token's algorithm is not accepted: %s."),
    KEY_UNKNOWN("kid", "The issuer has no key that fits the token's kid and algorithm."),
    KEYS_UNAVAILABLE("kid", "The issuer's keys could not be fetched."),
    SIGNATURE("signature", "The signature is by none of the organization's active keys."),
    ISSUER("iss", "iss is not the issuer that was set up."),
    AUDIENCE("aud", "aud must be %s."),
    SUBJECT("sub", "sub, the user's id, must be a text of 1 to 200 characters."),
    EXPIRY_MISSING("exp", "exp is missing, or no number of seconds."),
    EXPIRED("exp", "The token has expired."),
    LIFETIME("exp", "exp is more than 24 hours ahead."),
    NOT_BEFORE("nbf", "nbf is in the future, or no number of seconds."),
    ISSUED_AT("iat", "iat is in the future, or no number of seconds.");

    private final String subject;
    private final String sentence;

    Flaw(String subject, String sentence) {
        this.subject = subject;
        this.sentence = sentence;
    }

    /// The claim or header it is about.
    public String subject() {
        return subject;
    }

    /// English, for developers.
    ///
    /// @param expected what would have been right; never a secret
    public String sentence(String expected) {
        return sentence.formatted(expected);
    }
}
