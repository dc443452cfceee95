package io.chask.settings;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.Identities;
import io.chask.database.Database;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.identity.SharedSecrets;
import io.chask.outgoing.UrlGuard;
import java.time.Clock;

/// The door to this package.
public final class SettingsEndpoints {

    private final IdentityRoutes identity;

    /// What checks and makes.
    ///
    /// @param secrets that sign identity tokens
    /// @param guard which addresses may be an issuer's
    public record Tools(Identities identities, SharedSecrets secrets, UrlGuard guard, Clock clock) {}

    public SettingsEndpoints(Sessions sessions, Database database, Tools tools) {
        this.identity = new IdentityRoutes(new AgentAccess(sessions), database, tools);
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/v1/identity", identity::get)
                .patch("/v1/identity", identity::change)
                .post("/v1/identity/secrets", identity::addSecret)
                .delete("/v1/identity/secrets/{id}", identity::revokeSecret)
                .post("/v1/identity/explanations", identity::explain);
    }
}
