package io.chask.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.chask.outgoing.OutgoingHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The public keys of issuers. Fetched when first needed, again after ten minutes, and for a key that is not among them
/// at most once a minute; when fetching fails, the keys there were go on counting.
public final class IssuerKeys {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final OutgoingHttp http;
    private final Clock clock;
    private final Cache<URI, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public IssuerKeys(OutgoingHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /// The keys that may have signed with this algorithm, all of them when the token names none. Blocks.
    ///
    /// @param id the token's `kid`, compared and used for nothing else
    /// @throws IOException when there are none, because they could not be fetched
    List<JWK> find(URI address, JWSAlgorithm algorithm, @Nullable String id) throws IOException {
        var entry = entries.get(address, _ -> new Entry());
        synchronized (entry) {
            var found = matching(entry, algorithm, id);
            boolean stale = entry.fetchedAt.isBefore(clock.instant().minus(FRESH));
            boolean may = entry.triedAt.isBefore(clock.instant().minus(PAUSE));
            if ((found.isEmpty() || stale) && may) {
                refetch(entry, address);
                found = matching(entry, algorithm, id);
            }
            if (found.isEmpty() && entry.failure != null) {
                throw new IOException("the keys of " + address.getHost() + " could not be fetched", entry.failure);
            }
            return found;
        }
    }

    private static List<JWK> matching(Entry entry, JWSAlgorithm algorithm, @Nullable String id) {
        return entry.keys.getKeys().stream()
                .filter(key -> SignatureCheck.fits(key, algorithm) && (id == null || id.equals(key.getKeyID())))
                .toList();
    }

    private void refetch(Entry entry, URI address) {
        entry.triedAt = clock.instant();
        try {
            entry.keys = JWKSet.parse(new String(http.get(address), StandardCharsets.UTF_8));
            entry.fetchedAt = clock.instant();
            entry.failure = null;
        } catch (IOException | ParseException e) {
            entry.failure = e;
        }
    }

    /// What is known of one address; read and changed by one thread at a time.
    private static final class Entry {
        private JWKSet keys = new JWKSet();
        private Instant fetchedAt = Instant.EPOCH;
        private Instant triedAt = Instant.EPOCH;
        private @Nullable Exception failure;
    }
}
