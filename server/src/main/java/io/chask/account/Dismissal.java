package io.chask.account;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// How an agent is disabled, within the transaction of whoever does it. What he has and what he has made is locked
/// before
/// the audit log, as everywhere: nothing may be locked after it.
record Dismissal(Handover handover, Clock clock) {

    /// Ends all of an agent's sessions, refuses new ones, releases what he has and revokes his open invitations.
    ///
    /// @return tells the agents who are connected: to be called after the commit; empty when he was disabled before
    Optional<Runnable> disable(Handle handle, Agent agent, Actor by) {
        var organization = agent.organization();
        if (!AgentTable.disable(handle, organization, agent.id())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var released = handover.release(handle, organization, agent.id(), by.agent());
        var withdrawn = InvitationTable.withdraw(handle, agent, Set.of(), by, now);
        AuditLog.append(
                handle, new AuditEntry(organization, by, Action.AGENT_DISABLED, Subject.agent(agent.id())), now);
        withdrawn.forEach(line -> AuditLog.append(handle, line, now));
        return Optional.of(released);
    }
}
