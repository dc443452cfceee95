package io.chask.account;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of invitations, within the transactions of others.
final class InvitationTable {

    /// Of the subject of lines in the audit log.
    static final String KIND = "invitation";

    private static final String WITHDRAW = """
            update invitation set revoked_at = :now
            where organization_id = :organization and invited_by = :by and accepted_at is null and revoked_at is null
              and expires_at > :now and not role = any(:may)
            returning id, role
            """;
    // Locked, so that whoever lowers or disables him meanwhile is waited for, or finds what is being made.
    private static final String INVITER = """
            select role from agent where organization_id = :organization and id = :id and disabled_at is null for share
            """;

    private InvitationTable() {}

    /// Makes those worthless that the agent has made and could not make any more.
    ///
    /// @param may the roles he may still invite to
    /// @param by  who has lowered or disabled him
    /// @return the lines for the audit log, to be written last: nothing may be locked after it
    static List<AuditEntry> withdraw(Handle handle, Agent agent, Set<Role> may, Actor by, Instant now) {
        return handle.createQuery(WITHDRAW)
                .bind("organization", agent.organization())
                .bind("by", agent.id())
                .bindArray("may", String.class, may.stream().map(Role::code).toArray())
                .bind("now", now)
                .map((row, _) -> new AuditEntry(
                        agent.organization(),
                        by,
                        Action.INVITATION_REVOKED,
                        Subject.of(KIND, row.getObject("id", UUID.class)),
                        Map.of("role", row.getString("role"))))
                .list();
    }

    /// Whether the agent may still invite to this role, which stays so until the transaction ends.
    static boolean mayInvite(Handle handle, Agent agent, Role role) {
        return handle.createQuery(INVITER)
                .bind("organization", agent.organization())
                .bind("id", agent.id())
                .map((row, _) -> AgentTable.role(row.getString("role")))
                .findOne()
                .filter(present -> present.invites().contains(role))
                .isPresent();
    }
}
