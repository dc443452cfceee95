package io.chask.team;

import io.chask.account.Sessions;
import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.edge.RoutePolicy;
import io.chask.edge.Routes;
import io.chask.organization.BadSetting;
import io.chask.organization.MessagePolicies;
import io.chask.organization.MessagePolicy;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// How long agents may change what they wrote.
public final class MessageSettingsRoutes {

    private final AgentAccess access;
    private final MessagePolicies policies;
    private final Clock clock;

    public MessageSettingsRoutes(Sessions sessions, MessagePolicies policies, Clock clock) {
        this.access = new AgentAccess(sessions);
        this.policies = policies;
        this.clock = clock;
    }

    /// Adds the routes.
    public void addTo(Routes routes) {
        routes.group(RoutePolicy.api())
                .get("/v1/settings/messages", this::show)
                .put("/v1/settings/messages", this::change);
    }

    record Settings(int changeMinutes) {}

    record Wish(@Nullable Integer changeMinutes) {}

    /// Every agent may know what he can change.
    private Response show(Request request) {
        var organization = access.reader(request).session().agent().organization();
        return Response.json(200, new Settings(policies.of(organization).changeMinutes()));
    }

    private Response change(Request request) {
        var entry = access.admin(request);
        var minutes = request.json(Wish.class).changeMinutes();
        if (minutes == null) {
            throw new Refused(Problem.field("changeMinutes", "is missing"));
        }
        policies.change(entry.session().agent().organization(), policy(minutes), entry.actor(), clock.instant());
        return Response.json(200, new Settings(minutes));
    }

    private static MessagePolicy policy(int minutes) {
        try {
            return new MessagePolicy(minutes);
        } catch (BadSetting bad) {
            throw new Refused(Problem.field(bad.field(), "must be between 0 and 525600"));
        }
    }
}
