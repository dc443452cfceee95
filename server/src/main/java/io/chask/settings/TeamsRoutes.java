package io.chask.settings;

import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.routing.TeamChange;
import io.chask.routing.Teams;
import io.chask.wire.Reason;
import io.chask.wire.Uuids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Groups of agents. Every agent may know them; admins make them.
final class TeamsRoutes {

    private static final int MOST_MEMBERS = 500;

    private final AgentAccess access;
    private final SettingsEndpoints.Routing routing;

    TeamsRoutes(AgentAccess access, SettingsEndpoints.Routing routing) {
        this.access = access;
        this.routing = routing;
    }

    record TeamList(List<Teams.Entry> teams) {}

    record Wish(@Nullable String name, @Nullable List<String> members) {}

    /// `GET /v1/teams`
    Response list(Request request) {
        var organization = access.reader(request).session().agent().organization();
        return Response.json(200, new TeamList(routing.teams().list(organization)));
    }

    /// `POST /v1/teams`
    Response create(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var wish = request.json(Wish.class);
        if (wish.name() == null) {
            throw new Refused(Problem.field("name", "is missing"));
        }
        var members = wish.members() == null ? Set.<UUID>of() : members(wish.members());
        var change = routing.teams().create(organization, name(wish.name()), members, entry.actor());
        return answer(201, organization, change);
    }

    /// `PATCH /v1/teams/{id}`
    Response patch(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        var id = request.pathId("id");
        var body = request.json(Wish.class);
        if (body.name() == null && body.members() == null) {
            throw new Refused(Problem.field("name", "or members must be given"));
        }
        var wish = new Teams.Wish(
                body.name() == null ? null : name(body.name()),
                body.members() == null ? null : members(body.members()));
        return answer(200, organization, routing.teams().change(organization, id, wish, entry.actor()));
    }

    /// `DELETE /v1/teams/{id}`
    Response delete(Request request) {
        var entry = access.admin(request);
        var organization = entry.session().agent().organization();
        if (!routing.teams().delete(organization, request.pathId("id"), entry.actor())) {
            throw new Refused(Reason.NOT_FOUND);
        }
        routing.changed().accept(organization);
        return Response.empty(204);
    }

    private Response answer(int status, UUID organization, TeamChange change) {
        return switch (change) {
            case TeamChange.Done(Teams.Entry team) -> {
                routing.changed().accept(organization);
                yield Response.json(status, team);
            }
            case TeamChange.NameTaken() -> throw new Refused(Reason.TEAM_NAME_TAKEN);
            case TeamChange.UnknownAgent() -> throw new Refused(Reason.AGENT_UNKNOWN);
            case TeamChange.TooMany() -> throw new Refused(Reason.TOO_MANY_TEAMS);
            case TeamChange.Unknown() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    private static String name(String text) {
        var name = text.strip();
        boolean usable = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= Teams.MAX_NAME
                && name.chars().noneMatch(Character::isISOControl);
        if (!usable) {
            throw new Refused(Problem.field("name", "must have 1 to " + Teams.MAX_NAME + " characters"));
        }
        return name;
    }

    private static Set<UUID> members(List<String> texts) {
        if (texts.size() > MOST_MEMBERS) {
            throw new Refused(Problem.field("members", "must have at most " + MOST_MEMBERS + " entries"));
        }
        Set<UUID> members = new LinkedHashSet<>();
        for (var text : texts) {
            var id = Uuids.parse(text);
            if (id == null) {
                throw new Refused(Problem.field("members", "must be ids of agents"));
            }
            members.add(id);
        }
        return members;
    }
}
