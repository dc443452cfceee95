package io.chask.inbox;

import io.chask.api.AgentAccess;
import io.chask.desk.Desk;
import io.chask.desk.Tag;
import io.chask.edge.Request;
import io.chask.edge.Response;
import java.time.Clock;
import java.util.List;

/// What an agent's desk shows besides the list: counts of the views, colleagues, tags.
final class DeskRoutes {

    private final AgentAccess access;
    private final Desk desk;
    private final Clock clock;

    DeskRoutes(AgentAccess access, Desk desk, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.clock = clock;
    }

    record Colleagues(List<ColleagueBody> colleagues) {}

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
        return Response.json(
                200, new Colleagues(found.stream().map(ColleagueBody::of).toList()));
    }

    /// `GET /v1/tags`
    Response tags(Request request) {
        var agent = access.reader(request).session().agent();
        return Response.json(200, new TagList(desk.tags().all(agent.organization())));
    }
}
