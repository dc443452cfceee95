package io.chask.audit;

import io.chask.audit.ChainCheck.Head;
import io.chask.database.Database;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Reads whole logs, for checks and exports. Blocks.
public final class AuditReader {

    private static final int FETCH = 1_000;

    private final Database owner;

    /// @param owner a pool that acts as [io.chask.database.DatabaseRole#OWNER]
    public AuditReader(Database owner) {
        this.owner = owner;
    }

    /// Every organization that has a log, or lines without one.
    public List<UUID> organizations() {
        return owner.outsideOrganizations(
                handle -> handle.createQuery("""
                        select organization_id from audit_chain union select organization_id from audit_entry order by 1
                        """).mapTo(UUID.class).list());
    }

    /// Hands over every line of an organization from the first on.
    public void lines(UUID organization, Consumer<AuditLine> each) {
        owner.outsideOrganizations(handle -> lines(handle, organization, each));
    }

    private static boolean lines(Handle handle, UUID organization, Consumer<AuditLine> each) {
        handle.createQuery("""
                        select *, encode(hash, 'hex') as hex from audit_entry
                        where organization_id = :organization order by number
                        """)
                .bind("organization", organization)
                .setFetchSize(FETCH)
                .map((row, _) -> AuditRows.line(row))
                .forEach(each);
        return true;
    }

    /// Checks an organization's lines against each other, against the head beside them, and against one noted
    /// elsewhere.
    public ChainCheck.Verdict check(UUID organization, Head kept) {
        var check = new ChainCheck(kept);
        return owner.outsideOrganizations(handle -> {
            // Lines and head of one moment, whatever a running server adds meanwhile.
            handle.execute("set transaction isolation level repeatable read");
            lines(handle, organization, check::next);
            return check.end(head(handle, organization));
        });
    }

    private static Head head(Handle handle, UUID organization) {
        return handle.createQuery("""
                        select length, encode(hash, 'hex') as hash from audit_chain where organization_id = :organization
                        """)
                .bind("organization", organization)
                .map((row, _) -> new Head(row.getLong("length"), row.getString("hash")))
                .findOne()
                .orElse(Head.NONE);
    }
}
