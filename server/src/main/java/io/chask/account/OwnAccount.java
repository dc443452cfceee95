package io.chask.account;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// What an agent changes about himself: name, password, second factor. All methods block; every change is in the audit
/// log.
public final class OwnAccount {

    private final Database database;
    private final PasswordHasher passwords;
    private final RandomGenerator random;
    private final Clock clock;

    /// @param random a cryptographic source, for secrets
    public OwnAccount(Database database, PasswordHasher passwords, RandomGenerator random, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    /// Sets another name.
    ///
    /// @throws BadAccount when it cannot be used
    public void rename(Agent agent, String name) {
        var stripped = NewAgent.checkName(name);
        database.useOrganization(agent.organization(), handle -> {
            handle.createUpdate("update agent set name = :name where organization_id = :organization and id = :id")
                    .bind("name", stripped)
                    .bind("organization", agent.organization())
                    .bind("id", agent.id())
                    .execute();
            append(handle, agent, Action.AGENT_CHANGED);
        });
    }

    /// Sets a new password and ends all other sessions; false when the present one is another.
    ///
    /// @throws BadAccount when the new one cannot be used
    public boolean changePassword(Session session, String present, String next) {
        var agent = session.agent();
        if (!knows(agent, present)) {
            return false;
        }
        PasswordRules.check(next, agent.name(), agent.email());
        var hash = passwords.hash(next);
        database.useOrganization(agent.organization(), handle -> {
            AgentTable.setPassword(handle, agent.organization(), agent.id(), hash);
            SessionTable.endOthers(handle, session);
            append(handle, agent, Action.PASSWORD_CHANGED);
        });
        return true;
    }

    private boolean knows(Agent agent, String password) {
        var hash = database.inOrganization(
                agent.organization(),
                handle -> handle.createQuery(
                                "select password_hash from agent where organization_id = :organization and id = :id")
                        .bind("organization", agent.organization())
                        .bind("id", agent.id())
                        .mapTo(String.class)
                        .one());
        return passwords.matches(password, hash);
    }

    /// An agent's second factor.
    ///
    /// @param recoveryCodes how many are left
    public record SecondFactor(boolean enabled, int recoveryCodes) {}

    /// What he has.
    public SecondFactor secondFactor(Agent agent) {
        return database.inOrganization(
                agent.organization(),
                handle -> new SecondFactor(
                        SecondFactorTable.enabled(handle, agent.organization(), agent.id()),
                        SecondFactorTable.recoveryCodes(handle, agent.organization(), agent.id())));
    }

    /// A new secret for an app, in Base32. It counts once [#confirmSecondFactor] has seen a code of it; empty when one
    /// counts already.
    public Optional<String> beginSecondFactor(Agent agent) {
        return database.inOrganization(
                agent.organization(),
                handle -> SecondFactorTable.begin(handle, agent.organization(), agent.id(), random)
                        .map(Base32::encode));
    }

    /// Makes the secret count; gives the recovery codes, or nothing when the code is none of it.
    public Optional<List<String>> confirmSecondFactor(Agent agent, String code) {
        return withCode(agent, code, false, Action.SECOND_FACTOR_ENABLED);
    }

    /// Replaces the recovery codes; gives nothing when the code is wrong.
    public Optional<List<String>> renewRecoveryCodes(Agent agent, String code) {
        return withCode(agent, code, true, Action.RECOVERY_CODES_RENEWED);
    }

    private Optional<List<String>> withCode(Agent agent, String code, boolean confirmed, Action action) {
        return database.inOrganization(agent.organization(), handle -> {
            if (!SecondFactorTable.take(handle, agent, code, confirmed, clock.instant())) {
                return Optional.empty();
            }
            var codes = RecoveryCodes.replace(handle, agent.organization(), agent.id(), random);
            append(handle, agent, action);
            return Optional.of(codes);
        });
    }

    /// What came of switching the second factor off.
    public enum Disabling {
        /// It is off.
        DONE,
        /// The password is another.
        PASSWORD_WRONG,
        /// The code is none that counts.
        CODE_WRONG
    }

    /// Switches it off, which needs both factors.
    public Disabling disableSecondFactor(Agent agent, String password, String code) {
        if (!knows(agent, password)) {
            return Disabling.PASSWORD_WRONG;
        }
        return database.inOrganization(agent.organization(), handle -> {
            if (!SecondFactorTable.take(handle, agent, code, true, clock.instant())) {
                return Disabling.CODE_WRONG;
            }
            SecondFactorTable.remove(handle, agent.organization(), agent.id());
            SecondFactorTable.endStreamsIfRequired(handle, agent.organization(), agent.id());
            append(handle, agent, Action.SECOND_FACTOR_DISABLED);
            return Disabling.DONE;
        });
    }

    private void append(Handle handle, Agent agent, Action action) {
        var entry = new AuditEntry(agent.organization(), Actor.agent(agent.id()), action, Subject.agent(agent.id()));
        AuditLog.append(handle, entry, clock.instant());
    }
}
