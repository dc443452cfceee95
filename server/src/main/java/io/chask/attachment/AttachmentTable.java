package io.chask.attachment;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of files. All methods block.
final class AttachmentTable {

    /// Counts the file towards what its organization keeps, unless that would be too much. The row's lock lets two
    /// uploads
    /// pass one after the other only.
    private static final String COUNT = """
            insert into attachment_usage as u (organization_id, bytes)
            select :organization, :size where :size <= :quota
            on conflict (organization_id) do update set bytes = u.bytes + :size where u.bytes + :size <= :quota
            """;

    private static final String INSERT = """
            insert into attachment
              (organization_id, id, uploader, uploader_id, name, mime_type, declared_type, size, inline, width, height)
            values
              (:organization, :id, :uploader, :uploaderId, :name, :mimeType, :declaredType, :size, :inline, :width, :height)
            """;

    private static final String CONFIRM = """
            update attachment set state = 'ready', changed_at = now(), thumbnail = :thumbnail
            where organization_id = :organization and id = :id and state = 'receiving'
            """;

    private static final String FIND = """
            select * from attachment
            where organization_id = :organization and id = :id and state in ('ready', 'given', 'sent')
            """;

    /// A file belongs to the first message that names it. Said again for the same message, it only says how lately that
    /// was tried. The files of a visitor who
    /// was merged are his heir's; drafts may still be under way in his own name.
    private static final String CLAIM = """
            update attachment set
              message_id = :message, conversation_id = :conversation, changed_at = now(),
              state = case state when 'ready' then 'given' else state end
            where organization_id = :organization and id = any(:ids)
              and uploader = :uploader and uploader_id in (:uploaderId,
                (select v.merged_into from visitor v where v.organization_id = :organization and v.id = :uploaderId))
              and (state = 'ready' or state in ('given', 'sent') and message_id = :message)
            returning *
            """;

    private static final String USED = "select bytes from attachment_usage where organization_id = :organization";

    private final Database database;

    AttachmentTable(Database database) {
        this.database = database;
    }

    /// Writes the row of a file whose bytes are still to be stored; false when there is no room for it.
    ///
    /// @param quota bytes the organization may keep
    boolean reserve(StoredFile file, Uploader uploader, @Nullable String declaredType, long quota) {
        return database.inOrganization(file.organization(), handle -> {
            int counted = handle.createUpdate(COUNT)
                    .bind("organization", file.organization())
                    .bind("size", file.size())
                    .bind("quota", quota)
                    .execute();
            if (counted == 0) {
                return false;
            }
            handle.createUpdate(INSERT)
                    .bind("organization", file.organization())
                    .bind("id", file.id())
                    .bind("uploader", uploader.side().columnValue())
                    .bind("uploaderId", uploader.id())
                    .bind("name", file.name())
                    .bind("mimeType", file.mimeType())
                    .bind("declaredType", declaredType)
                    .bind("size", file.size())
                    .bind("inline", file.inline())
                    .bind("width", file.width())
                    .bind("height", file.height())
                    .execute();
            return true;
        });
    }

    /// Tells the audit log who sent an infected file, and nothing of the file: its name may name people.
    void tellInfected(Upload upload, Instant at) {
        var uploader = upload.uploader();
        var subject = switch (uploader.side()) {
            case VISITOR -> Subject.of("visitor", uploader.id());
            case AGENT -> Subject.agent(uploader.id());
        };
        var entry = new AuditEntry(upload.organization(), Actor.SYSTEM, Action.FILE_INFECTED, subject);
        database.useOrganization(upload.organization(), handle -> AuditLog.append(handle, entry, at));
    }

    /// The bytes are stored: from now on the file can be found and sent.
    void confirm(StoredFile file, boolean thumbnail) {
        int confirmed = database.inOrganization(
                file.organization(),
                handle -> handle.createUpdate(CONFIRM)
                        .bind("organization", file.organization())
                        .bind("id", file.id())
                        .bind("thumbnail", thumbnail)
                        .execute());
        if (confirmed == 0) {
            throw new IllegalStateException(
                    "the file " + file.id() + " took longer to store than files are waited for");
        }
    }

    Optional<StoredFile> find(UUID organization, UUID id) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(FIND)
                        .bind("organization", organization)
                        .bind("id", id)
                        .map((row, _) -> file(row))
                        .findOne());
    }

    /// The files of these ids that now belong to the message; all or none.
    List<StoredFile> claim(UUID organization, Uploader uploader, Destination message, Collection<UUID> ids) {
        return database.inOrganization(organization, handle -> {
            List<StoredFile> files = handle.createQuery(CLAIM)
                    .bind("organization", organization)
                    .bindArray("ids", UUID.class, ids.toArray())
                    .bind("uploader", uploader.side().columnValue())
                    .bind("uploaderId", uploader.id())
                    .bind("message", message.message())
                    .bind("conversation", message.conversation())
                    .map((row, _) -> file(row))
                    .list();
            if (files.size() == ids.size()) {
                return files;
            }
            handle.rollback();
            return List.of();
        });
    }

    /// Bytes of the files that the organization keeps.
    long used(UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery(USED)
                        .bind("organization", organization)
                        .mapTo(long.class)
                        .findOne()
                        .orElse(0L));
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("organization_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("mime_type"),
                row.getLong("size"),
                row.getBoolean("inline"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getBoolean("thumbnail"));
    }
}
