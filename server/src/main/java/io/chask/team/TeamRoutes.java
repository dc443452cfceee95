package io.chask.team;

import io.chask.account.Agent;
import io.chask.account.Role;
import io.chask.account.Team;
import io.chask.account.TeamMember;
import io.chask.account.TeamResult;
import io.chask.api.AgentAccess;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.wire.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The organization's agents, for admins and owners.
final class TeamRoutes {

    private final AgentAccess access;
    private final Team team;

    TeamRoutes(AgentAccess access, Team team) {
        this.access = access;
        this.team = team;
    }

    record Member(
            UUID id,
            String name,
            String email,
            String role,
            @Nullable String avatarUrl,
            boolean disabled,
            boolean secondFactor,
            @Nullable Instant lastSeenAt) {}

    record Members(List<Member> members, boolean requireSecondFactor) {}

    record Change(@Nullable String role, @Nullable Boolean disabled) {}

    record Policy(@Nullable Boolean requireSecondFactor) {}

    /// `GET /v1/team`
    Response list(Request request) {
        var organization = access.admin(request).session().agent().organization();
        var members = team.members(organization).stream().map(TeamRoutes::body).toList();
        return Response.json(200, new Members(members, team.requiresSecondFactor(organization)));
    }

    /// `PATCH /v1/team`
    Response policy(Request request) {
        var owner = access.owner(request).session().agent();
        var required = request.json(Policy.class).requireSecondFactor();
        if (required == null) {
            throw new Refused(Problem.field("requireSecondFactor", "is missing"));
        }
        team.requireSecondFactor(owner, required);
        return Response.empty(204);
    }

    /// `PATCH /v1/team/{id}`
    Response patch(Request request) {
        var by = access.admin(request).session().agent();
        var target = request.pathId("id");
        var change = request.json(Change.class);
        if ((change.role() == null) == (change.disabled() == null)) {
            throw new Refused(Problem.field("role", "or disabled must be given, one of them"));
        }
        return answer(
                change.role() == null ? disabled(by, target, change.disabled()) : role(by, target, change.role()));
    }

    private TeamResult role(Agent by, UUID target, String code) {
        var role = Role.of(code).orElseThrow(() -> new Refused(Problem.field("role", "must be owner, admin or agent")));
        return team.changeRole(by, target, role);
    }

    private TeamResult disabled(Agent by, UUID target, @Nullable Boolean disabled) {
        return Boolean.TRUE.equals(disabled) ? team.disable(by, target) : team.enable(by, target);
    }

    /// `DELETE /v1/team/{id}/sessions`
    Response endSessions(Request request) {
        var by = access.admin(request).session().agent();
        return answer(team.endSessions(by, request.pathId("id")));
    }

    /// `DELETE /v1/team/{id}/totp`
    Response resetSecondFactor(Request request) {
        var by = access.owner(request).session().agent();
        return answer(team.resetSecondFactor(by, request.pathId("id")));
    }

    private static Response answer(TeamResult result) {
        return switch (result) {
            case TeamResult.Done(TeamMember member) -> Response.json(200, body(member));
            case TeamResult.Unknown() -> throw new Refused(Reason.NOT_FOUND);
            case TeamResult.OwnersOnly() ->
                throw new Refused(Reason.ROLE_INSUFFICIENT, "Only an owner may make owners or change them.");
            case TeamResult.LastOwner() -> throw new Refused(Reason.LAST_OWNER, "Make somebody else an owner before.");
        };
    }

    private static Member body(TeamMember member) {
        var agent = member.agent();
        return new Member(
                agent.id(),
                agent.name(),
                agent.email(),
                agent.role().code(),
                agent.avatarUrl(),
                agent.disabled(),
                member.secondFactor(),
                member.lastSeenAt());
    }
}
