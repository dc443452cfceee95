package io.chask.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Publishable keys in their table.
final class ApiKeyTable {

    private static final String ADD = """
            insert into api_key (organization_id, id, value) values (:organization, :id, :value) returning *
            """;
    private static final String REVOKE = """
            update api_key set revoked_at = now()
            where organization_id = :organization and id = :key and revoked_at is null returning *
            """;
    private static final String ALL =
            "select * from api_key where organization_id = :organization order by created_at, id";
    private static final String FIND = "select * from api_key where organization_id = :organization and id = :key";

    private ApiKeyTable() {}

    static ApiKey add(Handle handle, UUID organization, String value) {
        return handle.createQuery(ADD)
                .bind("organization", organization)
                .bind("id", UUID.randomUUID())
                .bind("value", value)
                .map((row, _) -> key(row))
                .one();
    }

    static Optional<ApiKey> revoke(Handle handle, UUID organization, UUID key) {
        return handle.createQuery(REVOKE)
                .bind("organization", organization)
                .bind("key", key)
                .map((row, _) -> key(row))
                .findOne();
    }

    static List<ApiKey> all(Handle handle, UUID organization) {
        return handle.createQuery(ALL)
                .bind("organization", organization)
                .map((row, _) -> key(row))
                .list();
    }

    static Optional<ApiKey> find(Handle handle, UUID organization, UUID key) {
        return handle.createQuery(FIND)
                .bind("organization", organization)
                .bind("key", key)
                .map((row, _) -> key(row))
                .findOne();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("value"),
                row.getTimestamp("created_at").toInstant(),
                time(row, "last_used_at"),
                time(row, "retires_at"),
                time(row, "revoked_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
