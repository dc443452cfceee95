package io.chask.contact;

import io.chask.database.Database;
import io.chask.organization.Token;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/// Lets new visitors in. A request repeated within ten minutes, because its answer was lost, gives the same visitor and
/// the same token: the token is derived from the request, so nothing but its hash need be kept.
public final class Admissions {

    private static final Duration REPEATABLE = Duration.ofMinutes(10);
    private static final String ALGORITHM = "HmacSHA256";

    private static final String INSERT = """
            insert into visitor
              (organization_id, id, token_hash, api_key_id, locale, page_url, page_title, page_referrer, user_agent)
            values
              (:organization, :id, :hash, :apiKey, :locale, :pageUrl, :pageTitle, :pageReferrer, :userAgent)
            on conflict (organization_id, token_hash) where token_hash is not null do nothing
            returning *
            """;

    private static final String EARLIER = """
            select * from visitor
            where organization_id = :organization and token_hash = :hash and ended_at is null and created_at > :since
              and token_expires_at is null
            """;

    private final Database database;
    private final SecretKeySpec key;
    private final RandomGenerator random;
    private final Clock clock;

    /// Lets visitors into this database.
    ///
    /// @param secret 32 random bytes, used for nothing else
    /// @param random a cryptographic source, for tokens
    public Admissions(Database database, byte[] secret, RandomGenerator random, Clock clock) {
        this.database = database;
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.random = random;
        this.clock = clock;
    }

    /// A visitor and his token: a new one, or the one this request made before. Blocks.
    ///
    /// @param request made by the client, the same for every repeat
    public Admission admit(UUID organization, UUID request, Arrival arrival) {
        var token = derived(organization, request);
        return database.inOrganization(
                organization,
                handle -> insert(handle, token, arrival)
                        .or(() -> earlier(handle, token))
                        .orElseGet(() -> insert(handle, Token.create(organization, random), arrival)
                                .orElseThrow()));
    }

    private static Optional<Admission> insert(Handle handle, Token token, Arrival arrival) {
        return handle.createQuery(INSERT)
                .bind("organization", token.organization())
                .bind("id", UUID.randomUUID())
                .bind("hash", token.hash())
                .bind("apiKey", arrival.apiKey())
                .bind("locale", arrival.locale())
                .bind("pageUrl", arrival.page().url())
                .bind("pageTitle", arrival.page().title())
                .bind("pageReferrer", arrival.page().referrer())
                .bind("userAgent", arrival.userAgent())
                .map((row, _) -> new Admission(token, VisitorRow.read(row)))
                .findOne();
    }

    private Optional<Admission> earlier(Handle handle, Token token) {
        return handle.createQuery(EARLIER)
                .bind("organization", token.organization())
                .bind("hash", token.hash())
                .bind("since", clock.instant().minus(REPEATABLE))
                .map((row, _) -> new Admission(token, VisitorRow.read(row)))
                .findOne();
    }

    private Token derived(UUID organization, UUID request) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] secret = mac.doFinal((organization + "\n" + request).getBytes(StandardCharsets.US_ASCII));
            return new Token(
                    organization, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
