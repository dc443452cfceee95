package io.chask.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpServer;
import io.chask.TestToken;
import io.chask.identity.IdentitySettings.ActiveSecret;
import io.chask.outgoing.OutgoingHttp;
import io.chask.outgoing.UrlGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What tests of identity tokens begin with: an organization's secrets, an issuer that publishes keys, and a clock.
abstract class TokenCase {

    static final UUID SHOP = UUID.randomUUID();
    static final UUID OTHER = UUID.randomUUID();
    static final String ISSUER = "https://id.shop.example";
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    final SharedSecrets secrets = new SharedSecrets(KEY);
    final ActiveSecret first = secret();
    final ActiveSecret second = secret();
    final AtomicInteger fetches = new AtomicInteger();
    volatile String document = "{\"keys\":[]}";
    volatile int status = 200;
    Instant now = Instant.now();
    final InstantSource source = () -> now;
    HttpServer server;
    OutgoingHttp http;
    IdentityTokens tokens;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = new OutgoingHttp(
                new UrlGuard(Set.of("localhost:" + server.getAddress().getPort()), InetAddress::getAllByName),
                Duration.ofMinutes(1));
        tokens = new IdentityTokens(secrets, new IssuerKeys(http, clock()), clock());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    Clock clock() {
        return source.withZone(ZoneOffset.UTC);
    }

    static ActiveSecret secret() {
        return new ActiveSecret(UUID.randomUUID(), Instant.EPOCH);
    }

    IdentitySettings shared(ActiveSecret... active) {
        return new IdentitySettings(IdentityMode.ENFORCED, null, List.of(active));
    }

    IdentitySettings issued(ActiveSecret... active) {
        var keys = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
        return new IdentitySettings(IdentityMode.ENFORCED, new Issuer(ISSUER, "chask", keys), Arrays.asList(active));
    }

    String signed(Consumer<Map<String, Object>> change) {
        var claims = TestToken.claims(SHOP, "u-1");
        change.accept(claims);
        return TestToken.sign(claims, secrets.text(SHOP, first.id()));
    }

    @Nullable
    Flaw flaw(IdentitySettings settings, String token) {
        return switch (tokens.verify(SHOP, settings, token)) {
            case Verdict.Verified _ -> null;
            case Verdict.Invalid(Finding finding) -> finding.flaw();
        };
    }

    @Nullable
    Flaw flawOf(Consumer<Map<String, Object>> change) {
        return flaw(shared(first), signed(change));
    }

    long in(long seconds) {
        return now.getEpochSecond() + seconds;
    }

    String signed(JWK key, JWSAlgorithm algorithm, @Nullable String kid) throws JOSEException {
        return signed(key, algorithm, kid, _ -> {});
    }

    String signed(JWK key, JWSAlgorithm algorithm, @Nullable String kid, Consumer<Map<String, Object>> change)
            throws JOSEException {
        var claims = new HashMap<>(TestToken.claims(SHOP, "u-1"));
        claims.put("iss", ISSUER);
        claims.put("aud", "chask");
        change.accept(claims);
        var token = new JWSObject(new JWSHeader.Builder(algorithm).keyID(kid).build(), new Payload(claims));
        token.sign(key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey()));
        return token.serialize();
    }
}
