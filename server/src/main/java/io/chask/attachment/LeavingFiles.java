package io.chask.attachment;

import io.chask.database.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The rows of files that nobody needs. A file leaves in three steps, each of which may be repeated and done by several
/// nodes at once: it is marked, so that no message can take it; its bytes go; its row goes.
final class LeavingFiles {

    /// The files of stored messages stay, and are not looked at again. A message is stored seconds after it has taken
    /// its
    /// files, and whoever tries again takes them again, which counts as a change.
    private static final String SETTLE = """
            update attachment a set state = 'sent' from message m
            where a.organization_id = :organization and a.state = 'given' and a.changed_at < :before
              and m.organization_id = :organization and m.conversation_id = a.conversation_id and m.id = a.message_id
            """;

    private static final String MARK = """
            update attachment a set state = 'leaving'
            where a.organization_id = :organization and a.state in ('receiving', 'ready', 'given') and a.changed_at < :before
              and not exists (
                select from message m where m.organization_id = :organization
                  and m.conversation_id = a.conversation_id and m.id = a.message_id)
            """;

    private static final String ABANDON = """
            update attachment set state = 'leaving'
            where organization_id = :organization and id = :id and state = 'receiving'
            """;

    private static final String LIST = """
            select id from attachment where organization_id = :organization and state = 'leaving' limit :most
            """;

    /// What another node has removed meanwhile is not subtracted twice.
    private static final String REMOVE = """
            with gone as (
              delete from attachment where organization_id = :organization and id = any(:ids) and state = 'leaving'
              returning size)
            update attachment_usage set bytes = bytes - (select coalesce(sum(size), 0) from gone)
            where organization_id = :organization
            """;

    private final Database database;

    LeavingFiles(Database database) {
        this.database = database;
    }

    /// Marks what has been waiting for a message since before, and gives what is marked.
    List<UUID> mark(UUID organization, Instant before, int most) {
        return database.inOrganization(organization, handle -> {
            execute(handle, SETTLE, organization, before);
            execute(handle, MARK, organization, before);
            return handle.createQuery(LIST)
                    .bind("organization", organization)
                    .bind("most", most)
                    .mapTo(UUID.class)
                    .list();
        });
    }

    private static void execute(Handle handle, String statement, UUID organization, Instant before) {
        handle.createUpdate(statement)
                .bind("organization", organization)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Marks a file whose upload has failed; false when it has been confirmed after all, or is gone.
    boolean abandon(UUID organization, UUID id) {
        return database.inOrganization(
                organization,
                handle -> handle.createUpdate(ABANDON)
                                .bind("organization", organization)
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /// Removes the rows of files whose bytes are gone, and what they counted.
    void remove(UUID organization, List<UUID> ids) {
        database.useOrganization(
                organization,
                handle -> handle.createUpdate(REMOVE)
                        .bind("organization", organization)
                        .bindArray("ids", UUID.class, ids.toArray())
                        .execute());
    }

    /// The organizations that keep files.
    ///
    /// @param watcher sees ids of all organizations
    static List<UUID> organizations(Database watcher) {
        return watcher.outsideOrganizations(handle -> handle.createQuery("select organization_id from attachment_usage")
                .mapTo(UUID.class)
                .list());
    }
}
