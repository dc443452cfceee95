package io.chask.audit;

import io.chask.database.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The log of an organization. A line is part of the transaction that makes it true: what is not in the log was not
/// done.
/// All methods block.
public final class AuditLog {

    private static final String BEGIN = """
            insert into audit_chain (organization_id, length, hash) values (:organization, 0, :beginning)
            on conflict do nothing
            """;
    private static final String HEAD = """
            select length, encode(hash, 'hex') as hash from audit_chain where organization_id = :organization for update
            """;
    private static final String APPEND = """
            with head as (update audit_chain set length = :number, hash = :hash where organization_id = :organization)
            insert into audit_entry
              (organization_id, number, at, actor_kind, actor_id, action, subject_kind, subject_id, details, hash)
            values (:organization, :number, :at, :actorKind, :actorId, :action, :subjectKind, :subjectId,
              cast(:details as jsonb), :hash)
            """;
    private static final String PAGE = """
            select e.*, encode(e.hash, 'hex') as hex, actor.name as actor_name,
              coalesce(agent.name, invitation.email) as subject_name
            from audit_entry e
            left join agent actor on actor.organization_id = e.organization_id and actor.id = e.actor_id
            left join agent on agent.organization_id = e.organization_id
              and e.subject_kind = 'agent' and agent.id::text = e.subject_id
            left join invitation on invitation.organization_id = e.organization_id
              and e.subject_kind = 'invitation' and invitation.id::text = e.subject_id
            where e.organization_id = :organization and e.number < :before
              and (cast(:actor as uuid) is null or e.actor_id = :actor)
              and (cast(:action as text) is null or e.action = :action)
            order by e.number desc limit :limit
            """;

    private final Database database;

    /// @param database acts for one organization at a time
    public AuditLog(Database database) {
        this.database = database;
    }

    /// Adds a line to the transaction that makes it true. Locks the organization's log until that ends: call it last.
    ///
    /// @param handle of a transaction in this organization
    public static void append(Handle handle, AuditEntry entry, Instant at) {
        var line = next(handle, entry, at);
        handle.createUpdate(APPEND)
                .bind("organization", line.organization())
                .bind("number", line.number())
                .bind("at", line.at())
                .bind("actorKind", line.actorKind())
                .bind("actorId", line.actorId())
                .bind("action", line.action())
                .bind("subjectKind", line.subject().kind())
                .bind("subjectId", line.subject().id())
                .bind("details", AuditRows.json(line.details()))
                .bind("hash", HexFormat.of().parseHex(line.hash()))
                .execute();
    }

    private static AuditLine next(Handle handle, AuditEntry entry, Instant at) {
        handle.createUpdate(BEGIN)
                .bind("organization", entry.organization())
                .bind("beginning", HexFormat.of().parseHex(Chain.BEGINNING))
                .execute();
        return handle.createQuery(HEAD)
                .bind("organization", entry.organization())
                .map((row, _) -> {
                    var line = line(entry, row.getLong("length") + 1, at);
                    return line.withHash(Chain.hash(row.getString("hash"), line));
                })
                .one();
    }

    private static AuditLine line(AuditEntry entry, long number, Instant at) {
        return new AuditLine(
                entry.organization(),
                number,
                at.truncatedTo(ChronoUnit.MILLIS),
                entry.actor().kind().code(),
                entry.actor().agent(),
                entry.action().code(),
                entry.subject(),
                entry.details(),
                "");
    }

    /// A line with names for people.
    ///
    /// @param actorName   of the agent; empty for others
    /// @param subjectName of an agent or invited person, as it is now; empty where there is none
    public record NamedLine(AuditLine line, String actorName, String subjectName) {}

    /// The newest lines that the query asks for, newest first.
    public List<NamedLine> page(UUID organization, AuditQuery query) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(PAGE)
                        .bind("organization", organization)
                        .bind("before", query.before())
                        .bind("actor", query.actor())
                        .bind("action", query.action())
                        .bind("limit", query.limit())
                        .map((row, _) -> new NamedLine(
                                AuditRows.line(row),
                                AuditRows.text(row, "actor_name"),
                                AuditRows.text(row, "subject_name")))
                        .list());
    }
}
