package io.chask.account;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The agents of organizations, for whoever may do everything. All methods block; every change is in the audit log.
public final class Agents {

    private final Database database;
    private final PasswordHasher passwords;
    private final Dismissal dismissal;
    private final Clock clock;

    public Agents(Database database, PasswordHasher passwords, Handover handover, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.dismissal = new Dismissal(handover, clock);
        this.clock = clock;
    }

    /// Adds an agent.
    ///
    /// @throws BadAccount when the organization has an agent with this e-mail address
    public Agent add(NewAgent agent, Actor by) {
        UUID id = UUID.randomUUID();
        String hash = passwords.hash(agent.password());
        return database.inOrganization(agent.organization(), handle -> {
            var added = AgentTable.add(handle, agent, id, hash);
            var details = Map.of("role", agent.role().code());
            append(handle, new AuditEntry(added.organization(), by, Action.AGENT_ADDED, Subject.agent(id), details));
            return added;
        });
    }

    /// The agent with this id.
    public Optional<Agent> find(UUID organization, UUID id) {
        return database.inOrganization(organization, handle -> AgentTable.find(handle, organization, id));
    }

    /// The agent with this e-mail address, without regard to case.
    public Optional<Agent> findByEmail(UUID organization, String email) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(AgentTable.BY_EMAIL)
                        .bind("organization", organization)
                        .bind("email", email.strip())
                        .map((row, _) -> AgentTable.agent(row))
                        .findOne());
    }

    /// All agents, also disabled ones, by name.
    public List<Agent> list(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(AgentTable.ALL)
                        .bind("organization", organization)
                        .map((row, _) -> AgentTable.agent(row))
                        .list());
    }

    /// Ends all of an agent's sessions, refuses new ones, releases what he has and makes his open invitations
    /// worthless; false when there is no such agent, or he was disabled before.
    public boolean disable(UUID organization, UUID id, Actor by) {
        Optional<Runnable> committed = database.inOrganization(
                organization,
                handle -> AgentTable.find(handle, organization, id)
                        .flatMap(agent -> dismissal.disable(handle, agent, by)));
        committed.ifPresent(Runnable::run);
        return committed.isPresent();
    }

    /// Lets a disabled agent sign in again; false when there is no such agent, or he is not disabled.
    public boolean enable(UUID organization, UUID id, Actor by) {
        return database.inOrganization(organization, handle -> {
            boolean changed = AgentTable.enable(handle, organization, id);
            if (changed) {
                append(handle, new AuditEntry(organization, by, Action.AGENT_ENABLED, Subject.agent(id)));
            }
            return changed;
        });
    }

    /// Sets a new password and ends all sessions; false when there is no such agent.
    ///
    /// @throws BadAccount when the password cannot be used
    public boolean changePassword(UUID organization, UUID id, String password, Actor by) {
        var agent = find(organization, id);
        if (agent.isEmpty()) {
            return false;
        }
        PasswordRules.check(password, agent.get().name(), agent.get().email());
        String hash = passwords.hash(password);
        return database.inOrganization(organization, handle -> {
            boolean changed = AgentTable.setPassword(handle, organization, id, hash);
            if (changed) {
                AgentTable.endSessions(handle, organization, id);
                append(handle, new AuditEntry(organization, by, Action.PASSWORD_CHANGED, Subject.agent(id)));
            }
            return changed;
        });
    }

    /// Takes an agent's second factor away and ends all sessions; false when there is no such agent, or he had none.
    public boolean resetSecondFactor(UUID organization, UUID id, Actor by) {
        return database.inOrganization(organization, handle -> {
            boolean changed = SecondFactorTable.remove(handle, organization, id);
            if (changed) {
                AgentTable.endSessions(handle, organization, id);
                append(handle, new AuditEntry(organization, by, Action.SECOND_FACTOR_RESET, Subject.agent(id)));
            }
            return changed;
        });
    }

    private void append(Handle handle, AuditEntry entry) {
        AuditLog.append(handle, entry, clock.instant());
    }
}
