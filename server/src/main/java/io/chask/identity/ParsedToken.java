package io.chask.identity;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token that has been read, and not believed.
record ParsedToken(JWSObject signed, Map<String, Object> claims) {

    /// Longer ones are not read.
    private static final int LONGEST = 8_192;

    static Optional<ParsedToken> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            // Refuses `alg: none` too: that is no signed object.
            var signed = JWSObject.parse(token);
            return Optional.of(new ParsedToken(
                    signed, JSONObjectUtils.parse(signed.getPayload().toString())));
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    String algorithm() {
        return signed.getHeader().getAlgorithm().getName();
    }

    @Nullable
    String text(String claim) {
        return claims.get(claim) instanceof String text ? text : null;
    }

    @Nullable
    Long seconds(String claim) {
        return claims.get(claim) instanceof Number number ? number.longValue() : null;
    }
}
