package io.chask.contact;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import io.chask.organization.Revocations;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Visitors whom agents have blocked: what they wrote stays, their token opens nothing. All methods block.
public final class Blocks {

    private static final String EXISTS = """
            select exists (select from visitor where organization_id = :organization and id = :id)
            """;

    private static final String BLOCK = """
            update visitor set blocked_at = now()
            where organization_id = :organization and id = :id and blocked_at is null
            """;

    private static final String UNBLOCK = """
            update visitor set blocked_at = null
            where organization_id = :organization and id = :id and blocked_at is not null
            """;

    private final Database database;
    private final Clock clock;

    public Blocks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Blocks a visitor and closes his streams on every node. Once is enough.
    ///
    /// @return false when the organization has no such visitor
    public boolean block(UUID organization, UUID visitor, Actor by) {
        return database.inOrganization(organization, handle -> {
            if (change(handle, BLOCK, organization, visitor)) {
                Revocations.record(handle, organization, Kind.BLOCK, visitor);
                append(handle, organization, by, Action.VISITOR_BLOCKED, visitor);
                return true;
            }
            return exists(handle, organization, visitor);
        });
    }

    /// Lets a visitor write again.
    ///
    /// @return false when the organization has no such visitor
    public boolean unblock(UUID organization, UUID visitor, Actor by) {
        return database.inOrganization(organization, handle -> {
            if (change(handle, UNBLOCK, organization, visitor)) {
                append(handle, organization, by, Action.VISITOR_UNBLOCKED, visitor);
                return true;
            }
            return exists(handle, organization, visitor);
        });
    }

    private void append(Handle handle, UUID organization, Actor by, Action action, UUID visitor) {
        var entry = new AuditEntry(organization, by, action, Subject.of("visitor", visitor));
        AuditLog.append(handle, entry, clock.instant());
    }

    private static boolean change(Handle handle, String sql, UUID organization, UUID visitor) {
        return handle.createUpdate(sql)
                        .bind("organization", organization)
                        .bind("id", visitor)
                        .execute()
                == 1;
    }

    private static boolean exists(Handle handle, UUID organization, UUID visitor) {
        return handle.createQuery(EXISTS)
                .bind("organization", organization)
                .bind("id", visitor)
                .mapTo(Boolean.class)
                .one();
    }
}
