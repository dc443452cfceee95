package io.chask;

import io.chask.api.Identities;
import io.chask.config.OutgoingConfig;
import io.chask.database.Database;
import io.chask.database.Secrets;
import io.chask.database.Secrets.Purpose;
import io.chask.identity.IdentityTokens;
import io.chask.identity.IssuerKeys;
import io.chask.identity.SharedSecrets;
import io.chask.outgoing.OutgoingHttp;
import io.chask.outgoing.UrlGuard;
import io.chask.settings.SettingsEndpoints.Tools;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/// How visitors' identity tokens are checked, from the server's key to the issuer's.
///
/// @param guard which addresses may be set as an issuer's
record IdentityParts(SharedSecrets secrets, UrlGuard guard, OutgoingHttp http, Identities identities)
        implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    static IdentityParts open(Database database, OutgoingConfig config, Clock clock) {
        var secrets = new SharedSecrets(Secrets.read(database, Purpose.IDENTITY));
        var guard = new UrlGuard(config.allow(), InetAddress::getAllByName);
        var http = new OutgoingHttp(guard, LIMIT);
        var tokens = new IdentityTokens(secrets, new IssuerKeys(http, clock), clock);
        return new IdentityParts(secrets, guard, http, new Identities(database, tokens));
    }

    /// What admins change it by.
    Tools tools(Clock clock) {
        return new Tools(identities, secrets, guard, clock);
    }

    @Override
    public void close() {
        http.close();
    }
}
