package io.chask.settings;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.api.Identities;
import io.chask.database.Database;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.identity.SharedSecrets;
import io.chask.organization.Organizations;
import io.chask.outgoing.UrlGuard;
import io.chask.routing.RoutingTable;
import io.chask.routing.Teams;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/// The door to this package.
public final class SettingsEndpoints {

    private final IdentityRoutes identity;
    private final OrganizationRoutes organization;
    private final WidgetRoutes widget;
    private final KeyRoutes keys;
    private final TeamsRoutes teams;
    private final RoutingRoutes routing;

    /// What checks and makes.
    ///
    /// @param secrets that sign identity tokens
    /// @param guard which addresses may be an issuer's
    public record Tools(Identities identities, SharedSecrets secrets, UrlGuard guard, Clock clock) {}

    /// Who is given conversations.
    ///
    /// @param changed told of an organization that gives them out differently from now on
    public record Routing(Teams teams, RoutingTable table, Consumer<UUID> changed, Clock clock) {}

    public SettingsEndpoints(
            Sessions sessions, Database database, Organizations organizations, Tools tools, Routing routing) {
        var access = new AgentAccess(sessions);
        this.identity = new IdentityRoutes(access, database, tools);
        this.organization = new OrganizationRoutes(access, organizations, tools.clock());
        this.widget = new WidgetRoutes(access, organizations, tools.clock());
        this.keys = new KeyRoutes(access, organizations, tools.clock());
        this.teams = new TeamsRoutes(access, routing);
        this.routing = new RoutingRoutes(access, routing);
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        addOrganization(routes);
        routes.group(RoutePolicy.api())
                .get("/v1/identity", identity::get)
                .patch("/v1/identity", identity::change)
                .post("/v1/identity/secrets", identity::addSecret)
                .delete("/v1/identity/secrets/{id}", identity::revokeSecret)
                .post("/v1/identity/explanations", identity::explain)
                .get("/v1/teams", teams::list)
                .post("/v1/teams", teams::create)
                .patch("/v1/teams/{id}", teams::patch)
                .delete("/v1/teams/{id}", teams::delete)
                .get("/v1/settings/routing", routing::get)
                .put("/v1/settings/routing", routing::put)
                .put("/v1/team/{id}/capacity", routing::capacity);
    }

    private void addOrganization(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/v1/settings/organization", organization::get)
                .put("/v1/settings/organization", organization::put)
                .get("/v1/settings/widget", widget::get)
                .put("/v1/settings/widget", widget::put)
                .get("/v1/settings/keys", keys::list)
                .post("/v1/settings/keys", keys::add)
                .delete("/v1/settings/keys/{id}", keys::revoke)
                .put("/v1/settings/keys/{id}/retirement", keys::retire)
                .delete("/v1/settings/keys/{id}/retirement", keys::keep)
                .patch("/v1/settings/origins", keys::changeOrigins);
    }
}
