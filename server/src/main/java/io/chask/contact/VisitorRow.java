package io.chask.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a row of the table `visitor`.
final class VisitorRow {

    private VisitorRow() {}

    static Visitor read(ResultSet row) throws SQLException {
        return new Visitor(
                row.getObject("organization_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("api_key_id", UUID.class),
                person(row),
                new Page(row.getString("page_url"), row.getString("page_title"), row.getString("page_referrer")),
                row.getString("user_agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                instant(row.getTimestamp("blocked_at")),
                verification(row));
    }

    private static @Nullable Verification verification(ResultSet row) throws SQLException {
        var userId = row.getString("verified_user_id");
        if (userId == null) {
            return null;
        }
        var claims = (String[]) row.getArray("verified_claims").getArray();
        return new Verification(userId, row.getTimestamp("verified_at").toInstant(), Set.of(claims));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("user_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("avatar_url"),
                company(row.getString("company_id"), row.getString("company_name")),
                row.getString("locale"),
                instant(row.getTimestamp("user_created_at")),
                AttributesJson.read(row.getString("attributes")));
    }

    private static @Nullable Company company(@Nullable String id, @Nullable String name) {
        return id == null && name == null ? null : new Company(id, name);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
