package io.chask.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lines from and to their table.
final class AuditRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private AuditRows() {}

    static String json(Map<String, String> details) {
        return JSON.writeValueAsString(details);
    }

    /// Reads a row with `hash` in hexadecimal as `hex`. Details that are not texts cannot be ours; they are read as one
    /// text, which breaks the chain at this line and not the reader.
    static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getObject("organization_id", UUID.class),
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("action"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                details(row.getString("details")),
                row.getString("hex"));
    }

    private static Map<String, String> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JacksonException foreign) {
            return Map.of("", json);
        }
    }

    static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
