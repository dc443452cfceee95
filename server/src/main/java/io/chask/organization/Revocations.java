package io.chask.organization;

import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What was revoked lately, for the nodes that hold sockets. The rows are the truth, whatever wakes the reader.
public final class Revocations {

    private static final String RECORD = """
            insert into revocation (organization_id, kind, subject) values (:organization, :kind, :subject)
            """;
    private static final String RECENT = """
            select organization_id, number, kind, subject, created_at from revocation
            where created_at > now() - make_interval(secs => :seconds)
            order by created_at, organization_id, number
            """;

    private final Database watcher;

    /// @param watcher a pool that acts as [io.chask.database.DatabaseRole#WATCHER]: revocations of every organization
    /// are read at once
    public Revocations(Database watcher) {
        this.watcher = watcher;
    }

    /// Adds a revocation to the transaction that makes it true.
    public static void record(Handle handle, UUID organization, Kind kind, UUID subject) {
        handle.createUpdate(RECORD)
                .bind("organization", organization)
                .bind("kind", kind.name())
                .bind("subject", subject)
                .execute();
    }

    /// All revocations of the last `age`, of every organization, oldest first. Read it every two seconds with an age
    /// of a minute and skip
    /// what was seen: a transaction that took long appears late, not never. Blocks.
    public List<Revocation> recent(Duration age) {
        return watcher.outsideOrganizations(handle -> handle.createQuery(RECENT)
                .bind("seconds", age.toSeconds())
                .map((row, _) -> new Revocation(
                        row.getObject("organization_id", UUID.class),
                        row.getLong("number"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("subject", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list());
    }
}
