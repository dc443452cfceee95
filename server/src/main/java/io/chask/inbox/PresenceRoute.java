package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.presence.PresenceState;
import io.chask.presence.PresenceWatch;
import org.jspecify.annotations.Nullable;

/// What an agent wants to be seen as.
final class PresenceRoute {

    private final AgentAccess access;
    private final PresenceWatch presence;

    PresenceRoute(AgentAccess access, PresenceWatch presence) {
        this.access = access;
        this.presence = presence;
    }

    record Choice(@Nullable String choice) {}

    /// `PUT /v1/account/presence`
    Response choose(Request request) {
        var agent = access.writer(request).session().agent();
        var text = request.json(Choice.class).choice();
        var choice = PresenceState.of(text == null ? "" : text)
                .orElseThrow(() -> new Refused(Problem.field("choice", "must be online, away or offline")));
        presence.choose(agent.organization(), agent.id(), choice);
        return Response.empty(204);
    }
}
