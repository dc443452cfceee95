package io.chask.account;

import io.chask.account.TeamResult.Done;
import io.chask.account.TeamResult.LastOwner;
import io.chask.account.TeamResult.OwnersOnly;
import io.chask.account.TeamResult.Unknown;
import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What admins and owners do about the agents of their organization. An admin cannot touch owners or make one, and the
/// last owner who can sign in stays. All methods block; every change is in the audit log.
public final class Team {

    private static final String MEMBERS = """
            select a.*, exists (select from agent_totp t where t.organization_id = a.organization_id and t.agent_id = a.id
              and t.confirmed_at is not null) as second_factor
            from agent a where a.organization_id = :organization and (cast(:id as uuid) is null or a.id = :id)
            order by a.disabled_at is not null, a.name, a.id
            """;

    /// Locked, so that two owners cannot lower each other at once; not so that nobody could refer to them meanwhile:
    /// whoever gives a conversation to the agent who is being changed is waited for, and writes down who gave it.
    private static final String OWNERS = """
            select id from agent where organization_id = :organization and role = 'owner' and disabled_at is null
            for no key update
            """;

    private final Database database;
    private final Dismissal dismissal;
    private final Clock clock;

    public Team(Database database, Handover handover, Clock clock) {
        this.database = database;
        this.dismissal = new Dismissal(handover, clock);
        this.clock = clock;
    }

    /// Everybody, those who are disabled last.
    public List<TeamMember> members(UUID organization) {
        return database.inOrganization(organization, handle -> members(handle, organization, null));
    }

    private static List<TeamMember> members(Handle handle, UUID organization, @Nullable UUID id) {
        return handle.createQuery(MEMBERS)
                .bind("organization", organization)
                .bind("id", id)
                .map((row, _) -> {
                    Timestamp seen = row.getTimestamp("last_seen_at");
                    return new TeamMember(
                            AgentTable.agent(row),
                            seen == null ? null : seen.toInstant(),
                            row.getBoolean("second_factor"));
                })
                .list();
    }

    /// Gives an agent another role. Open invitations of his that he could not make with it are worthless from then on.
    public TeamResult changeRole(Agent by, UUID target, Role role) {
        return change(by, target, (handle, agent) -> {
            if (role == Role.OWNER && by.role() != Role.OWNER) {
                return new OwnersOnly();
            }
            if (role == agent.role()) {
                return done(handle, agent);
            }
            if (role != Role.OWNER && isLastOwner(handle, agent)) {
                return new LastOwner();
            }
            handle.createUpdate("update agent set role = :role where organization_id = :organization and id = :id")
                    .bind("role", role.code())
                    .bind("organization", agent.organization())
                    .bind("id", agent.id())
                    .execute();
            var withdrawn =
                    InvitationTable.withdraw(handle, agent, role.invites(), Actor.agent(by.id()), clock.instant());
            var details = Map.of("from", agent.role().code(), "to", role.code());
            append(handle, by, agent, Action.AGENT_ROLE_CHANGED, details);
            withdrawn.forEach(line -> AuditLog.append(handle, line, clock.instant()));
            return done(handle, agent);
        });
    }

    /// Signs an agent out everywhere, refuses him from now on, releases what he has, and revokes the invitations that
    /// he has made.
    public TeamResult disable(Agent by, UUID target) {
        List<Runnable> committed = new ArrayList<>();
        var result = change(by, target, (handle, agent) -> {
            if (isLastOwner(handle, agent)) {
                return new LastOwner();
            }
            dismissal.disable(handle, agent, Actor.agent(by.id())).ifPresent(committed::add);
            return done(handle, agent);
        });
        committed.forEach(Runnable::run);
        return result;
    }

    /// Lets a disabled agent sign in again.
    public TeamResult enable(Agent by, UUID target) {
        return change(by, target, (handle, agent) -> {
            if (AgentTable.enable(handle, agent.organization(), agent.id())) {
                append(handle, by, agent, Action.AGENT_ENABLED, Map.of());
            }
            return done(handle, agent);
        });
    }

    /// Signs an agent out everywhere.
    public TeamResult endSessions(Agent by, UUID target) {
        return change(by, target, (handle, agent) -> {
            AgentTable.endSessions(handle, agent.organization(), agent.id());
            append(handle, by, agent, Action.SESSION_ENDED, Map.of());
            return done(handle, agent);
        });
    }

    /// Takes the second factor of an agent away who has lost it, and signs him out. Only an owner may.
    public TeamResult resetSecondFactor(Agent by, UUID target) {
        return change(by, target, (handle, agent) -> {
            if (by.role() != Role.OWNER) {
                return new OwnersOnly();
            }
            if (SecondFactorTable.remove(handle, agent.organization(), agent.id())) {
                AgentTable.endSessions(handle, agent.organization(), agent.id());
                append(handle, by, agent, Action.SECOND_FACTOR_RESET, Map.of());
            }
            return done(handle, agent);
        });
    }

    /// Whether the organization asks every agent for a second factor.
    public boolean requiresSecondFactor(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(
                                "select require_second_factor from organization where organization_id = :organization")
                        .bind("organization", organization)
                        .mapTo(boolean.class)
                        .one());
    }

    /// Asks every agent for a second factor, or no longer. Whoever has none can do nothing but set it up: his session
    /// stays, his streams are closed.
    public void requireSecondFactor(Agent by, boolean required) {
        database.useOrganization(by.organization(), handle -> {
            int changed = handle.createUpdate("""
                            update organization set require_second_factor = :required
                            where organization_id = :organization and require_second_factor <> :required
                            """)
                    .bind("required", required)
                    .bind("organization", by.organization())
                    .execute();
            if (changed == 1 && required) {
                SecondFactorTable.endStreamsWithout(handle, by.organization());
            }
            if (changed == 1) {
                var entry = new AuditEntry(
                        by.organization(),
                        Actor.agent(by.id()),
                        Action.ORGANIZATION_CHANGED,
                        Subject.organization(by.organization()),
                        Map.of("requireSecondFactor", Boolean.toString(required)));
                AuditLog.append(handle, entry, clock.instant());
            }
        });
    }

    private interface Change {
        TeamResult apply(Handle handle, Agent agent);
    }

    private TeamResult change(Agent by, UUID target, Change change) {
        return database.inOrganization(by.organization(), handle -> {
            var agent = AgentTable.find(handle, by.organization(), target);
            if (agent.isEmpty()) {
                return new Unknown();
            }
            return agent.get().role() == Role.OWNER && by.role() != Role.OWNER
                    ? new OwnersOnly()
                    : change.apply(handle, agent.get());
        });
    }

    private static boolean isLastOwner(Handle handle, Agent agent) {
        var owners = handle.createQuery(OWNERS)
                .bind("organization", agent.organization())
                .mapTo(UUID.class)
                .list();
        return owners.equals(List.of(agent.id()));
    }

    private static TeamResult done(Handle handle, Agent agent) {
        return new Done(members(handle, agent.organization(), agent.id()).getFirst());
    }

    private void append(Handle handle, Agent by, Agent agent, Action action, Map<String, String> details) {
        var entry = new AuditEntry(by.organization(), Actor.agent(by.id()), action, Subject.agent(agent.id()), details);
        AuditLog.append(handle, entry, clock.instant());
    }
}
