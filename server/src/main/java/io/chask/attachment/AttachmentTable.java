package io.chask.attachment;

import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of files. All methods block.
final class AttachmentTable {

    private static final String INSERT = """
            insert into attachment
              (organization_id, id, uploader, uploader_id, name, mime_type, declared_type, size, inline, width, height)
            values
              (:organization, :id, :uploader, :uploaderId, :name, :mimeType, :declaredType, :size, :inline, :width, :height)
            """;

    private static final String FIND = """
            select * from attachment where organization_id = :organization and id = :id
            """;

    /// A file belongs to the first message that names it. Said again for the same message, it changes nothing.
    private static final String CLAIM = """
            update attachment set message_id = :message
            where organization_id = :organization and id = any(:ids)
              and uploader = :uploader and uploader_id = :uploaderId
              and (message_id is null or message_id = :message)
            returning *
            """;

    private final Database database;

    AttachmentTable(Database database) {
        this.database = database;
    }

    void insert(StoredFile file, Uploader uploader, @Nullable String declaredType) {
        database.useOrganization(
                file.organization(),
                handle -> handle.createUpdate(INSERT)
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
                        .execute());
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
    List<StoredFile> claim(UUID organization, Uploader uploader, UUID message, Collection<UUID> ids) {
        return database.inOrganization(organization, handle -> {
            List<StoredFile> files = handle.createQuery(CLAIM)
                    .bind("organization", organization)
                    .bindArray("ids", UUID.class, ids.toArray())
                    .bind("uploader", uploader.side().columnValue())
                    .bind("uploaderId", uploader.id())
                    .bind("message", message)
                    .map((row, _) -> file(row))
                    .list();
            if (files.size() == ids.size()) {
                return files;
            }
            handle.rollback();
            return List.of();
        });
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
                row.getObject("height", Integer.class));
    }
}
