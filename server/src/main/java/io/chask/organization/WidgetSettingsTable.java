package io.chask.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Widget settings in their table. The texts are one JSON column, everything else has its own.
final class WidgetSettingsTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, WidgetTexts>> TEXTS = new TypeReference<>() {};

    private static final String LOAD = "select * from widget_settings where organization_id = :organization";
    private static final String SAVE = """
            insert into widget_settings (organization_id, locales, mode, primary_color, position, texts, avatar_url, typing,
              read_receipts, reopen, rating, attachments_enabled, attachment_max_size, attachment_max_count, attachment_accept,
              attachment_quota, offset_x, offset_y, corner_radius, launcher, when_closed)
            values (:organization, :locales, :mode, :primaryColor, :position, cast(:texts as jsonb), :avatarUrl, :typing,
              :readReceipts, :reopen, :rating, :enabled, :maxSize, :maxCount, :accept, :quota,
              :offsetX, :offsetY, :cornerRadius, :launcher, :whenClosed)
            on conflict (organization_id) do update set locales = excluded.locales, mode = excluded.mode,
              primary_color = excluded.primary_color, position = excluded.position, texts = excluded.texts,
              avatar_url = excluded.avatar_url, typing = excluded.typing, read_receipts = excluded.read_receipts,
              reopen = excluded.reopen, rating = excluded.rating, attachments_enabled = excluded.attachments_enabled,
              attachment_max_size = excluded.attachment_max_size, attachment_max_count = excluded.attachment_max_count,
              attachment_accept = excluded.attachment_accept, attachment_quota = excluded.attachment_quota,
              offset_x = excluded.offset_x, offset_y = excluded.offset_y, corner_radius = excluded.corner_radius,
              launcher = excluded.launcher, when_closed = excluded.when_closed
            """;

    private static final String SAVE_ATTACHMENTS = """
            update widget_settings set attachments_enabled = :enabled, attachment_max_size = :maxSize,
              attachment_max_count = :maxCount, attachment_accept = :accept, attachment_quota = :quota
            where organization_id = :organization
            """;

    private static final String SAVE_LOCALES =
            "update widget_settings set locales = :locales where organization_id = :organization";

    private WidgetSettingsTable() {}

    static WidgetSettings load(Handle handle, UUID organization) {
        return handle.createQuery(LOAD)
                .bind("organization", organization)
                .map((row, _) -> settings(row))
                .one();
    }

    static void save(Handle handle, UUID organization, WidgetSettings settings) {
        handle.createUpdate(SAVE)
                .bind("organization", organization)
                .bindArray("locales", String.class, settings.locales().toArray())
                .bind("mode", settings.mode())
                .bind("primaryColor", settings.primaryColor())
                .bind("position", settings.position())
                .bind("texts", JSON.writeValueAsString(settings.texts()))
                .bind("avatarUrl", settings.avatarUrl())
                .bind("typing", settings.typing())
                .bind("readReceipts", settings.readReceipts())
                .bind("reopen", settings.reopen())
                .bind("rating", settings.rating())
                .bindMethods(settings.attachments())
                .bindMethods(settings.look())
                .bindArray(
                        "accept", String.class, settings.attachments().accept().toArray())
                .execute();
    }

    static void saveLocales(Handle handle, UUID organization, List<String> locales) {
        handle.createUpdate(SAVE_LOCALES)
                .bind("organization", organization)
                .bindArray("locales", String.class, locales.toArray())
                .execute();
    }

    static void saveAttachments(Handle handle, UUID organization, AttachmentPolicy policy) {
        handle.createUpdate(SAVE_ATTACHMENTS)
                .bind("organization", organization)
                .bind("enabled", policy.enabled())
                .bind("maxSize", policy.maxSize())
                .bind("maxCount", policy.maxCount())
                .bindArray("accept", String.class, policy.accept().toArray())
                .bind("quota", policy.quota())
                .execute();
    }

    private static WidgetSettings settings(ResultSet row) throws SQLException {
        return new WidgetSettings(
                strings(row, "locales"),
                row.getString("mode"),
                row.getString("primary_color"),
                row.getString("position"),
                JSON.readValue(row.getString("texts"), TEXTS),
                row.getString("avatar_url"),
                row.getBoolean("typing"),
                row.getBoolean("read_receipts"),
                row.getBoolean("reopen"),
                row.getBoolean("rating"),
                new AttachmentPolicy(
                        row.getBoolean("attachments_enabled"),
                        row.getLong("attachment_max_size"),
                        row.getInt("attachment_max_count"),
                        strings(row, "attachment_accept"),
                        row.getLong("attachment_quota")),
                new WidgetLook(
                        row.getInt("offset_x"),
                        row.getInt("offset_y"),
                        row.getInt("corner_radius"),
                        row.getString("launcher"),
                        row.getString("when_closed")));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
