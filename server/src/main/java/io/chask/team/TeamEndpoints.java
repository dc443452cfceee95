package io.chask.team;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.audit.AuditLog;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;

/// The door to this package.
public final class TeamEndpoints {

    private final AgentAccess access;
    private final AuditLog log;

    public TeamEndpoints(Sessions sessions, AuditLog log) {
        this.access = new AgentAccess(sessions);
        this.log = log;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        var audit = new AuditRoutes(access, log);
        routes.group(RoutePolicy.api()).get("/v1/audit", audit::list);
    }
}
