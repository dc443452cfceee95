package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.desk.Desk;
import io.chask.desk.Tag;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.presence.PresenceState;
import io.chask.presence.PresenceWatch;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent's desk shows besides the list: counts of the views, colleagues, tags.
final class DeskRoutes {

    private final AgentAccess access;
    private final Desk desk;
    private final PresenceWatch presence;
    private final Clock clock;

    DeskRoutes(AgentAccess access, Desk desk, PresenceWatch presence, Clock clock) {
        this.presence = presence;
        this.access = access;
        this.desk = desk;
        this.clock = clock;
    }

    /// A colleague and whether he is there.
    record PresentColleague(UUID id, String name, @Nullable String avatarUrl, String presence) {}

    record Colleagues(List<PresentColleague> colleagues) {}

    record TagList(List<Tag> tags) {}

    /// `GET /v1/inbox/counts`
    Response counts(Request request) {
        var agent = access.reader(request).session().agent();
        return Response.json(200, desk.works().counts(agent.organization(), agent.id(), clock.instant()));
    }

    /// `GET /v1/colleagues`
    Response colleagues(Request request) {
        var agent = access.reader(request).session().agent();
        var found = desk.assignments().colleagues(agent.organization());
        Map<UUID, String> present = new HashMap<>();
        presence.agents(agent.organization())
                .forEach(each -> present.put(each.agent(), each.state().code()));
        var offline = PresenceState.OFFLINE.code();
        return Response.json(
                200,
                new Colleagues(found.stream()
                        .map(each -> new PresentColleague(
                                each.id(), each.name(), each.avatarUrl(), present.getOrDefault(each.id(), offline)))
                        .toList()));
    }

    /// `GET /v1/tags`
    Response tags(Request request) {
        var agent = access.reader(request).session().agent();
        return Response.json(200, new TagList(desk.tags().all(agent.organization())));
    }
}
