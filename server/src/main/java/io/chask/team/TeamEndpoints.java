package io.chask.team;

import io.chask.api.AgentAccess;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;

/// The door to this package.
public final class TeamEndpoints {

    private final AgentAccess access;
    private final TeamServices services;

    public TeamEndpoints(TeamServices services) {
        this.access = new AgentAccess(services.sessions());
        this.services = services;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        addOwn(routes);
        addTeam(routes);
    }

    private void addOwn(Routes routes) {
        var own = new OwnRoutes(access, services.account(), services.sessions(), services.attempts());
        var factor = new SecondFactorRoutes(access, services.account(), services.attempts());
        routes.group(RoutePolicy.api())
                .get("/v1/account", own::get)
                .patch("/v1/account", own::patch)
                .post("/v1/account/password", own::changePassword)
                .get("/v1/account/sessions", own::sessions)
                .delete("/v1/account/sessions", own::endOthers)
                .delete("/v1/account/sessions/{id}", own::end)
                .post("/v1/account/totp", factor::begin)
                .post("/v1/account/totp/confirm", factor::confirm)
                .post("/v1/account/totp/recovery-codes", factor::renew)
                .post("/v1/account/totp/disable", factor::disable);
    }

    private void addTeam(Routes routes) {
        var team = new TeamRoutes(access, services.team());
        var invitations = new InvitationRoutes(access, services);
        var audit = new AuditRoutes(access, services.log());
        routes.group(RoutePolicy.api())
                .get("/v1/team", team::list)
                .patch("/v1/team", team::policy)
                .patch("/v1/team/{id}", team::patch)
                .delete("/v1/team/{id}/sessions", team::endSessions)
                .delete("/v1/team/{id}/totp", team::resetSecondFactor)
                .get("/v1/invitations", invitations::list)
                .post("/v1/invitations", invitations::create)
                .delete("/v1/invitations/{id}", invitations::revoke)
                .post("/v1/invitations/look", invitations::look)
                .post("/v1/invitations/accept", invitations::accept)
                .get("/v1/audit", audit::list);
    }
}
