package io.chask.organization;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Tenants with their keys and origins. All methods block.
public final class Organizations {

    private static final String CHANGE = """
            update organization set name = :name, hours = cast(:hours as jsonb) where organization_id = :organization
            """;

    private final Database database;
    private final RandomGenerator random;

    /// @param random a cryptographic source, for keys
    public Organizations(Database database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    /// Their publishable keys.
    public ApiKeys keys() {
        return new ApiKeys(database, random);
    }

    /// A new organization with default settings and one key.
    public Tenant create(String name, Collection<Origin> origins, Actor actor, Instant at) {
        UUID id = UUID.randomUUID();
        return database.inOrganization(id, handle -> {
            handle.createUpdate("insert into organization (organization_id, name) values (:id, :name)")
                    .bind("id", id)
                    .bind("name", name)
                    .execute();
            WidgetSettingsTable.save(handle, id, WidgetSettings.DEFAULT);
            ApiKeyTable.add(handle, id, KeyText.create(random));
            addOrigins(handle, id, origins);
            var details = Map.of("name", name, "origins", sorted(origins));
            AuditLog.append(
                    handle,
                    new AuditEntry(id, actor, Action.ORGANIZATION_CREATED, Subject.organization(id), details),
                    at);
            return load(handle, id).orElseThrow();
        });
    }

    /// Everything about an organization; empty when there is no such one.
    public Optional<Tenant> find(UUID id) {
        return database.inOrganization(id, handle -> load(handle, id));
    }

    /// Whether any organization allows a header `Origin` with this text.
    public boolean originKnown(String origin) {
        Object[] forms = Origin.parse(origin).stream()
                .flatMap(given -> given.allowedForms().stream())
                .map(Origin::value)
                .toArray();
        return database.outsideOrganizations(handle -> handle.createQuery("select origin_known(:origins)")
                .bindArray("origins", String.class, forms)
                .mapTo(boolean.class)
                .one());
    }

    /// Allows more origins and some no longer; gives those that are allowed now. Pages of one that is no longer allowed
    /// are refused within seconds; what they had opened before stays open until it ends.
    public Set<Origin> changeOrigins(
            UUID id, Collection<Origin> added, Collection<Origin> removed, Actor actor, Instant at) {
        return database.inOrganization(id, handle -> {
            var before = origins(handle, id);
            handle.createUpdate("""
                            delete from allowed_origin where organization_id = :organization and origin = any(:origins)
                            """)
                    .bind("organization", id)
                    .bindArray("origins", String.class, values(removed))
                    .execute();
            addOrigins(handle, id, added);
            var now = origins(handle, id);
            if (!now.equals(before)) {
                var details = Map.of("added", sorted(without(now, before)), "removed", sorted(without(before, now)));
                AuditLog.append(
                        handle,
                        new AuditEntry(id, actor, Action.ORIGINS_CHANGED, Subject.organization(id), details),
                        at);
            }
            return now;
        });
    }

    private static Set<Origin> without(Set<Origin> origins, Set<Origin> others) {
        var rest = new HashSet<>(origins);
        rest.removeAll(others);
        return rest;
    }

    private static String sorted(Collection<Origin> origins) {
        return origins.stream().map(Origin::value).sorted().collect(Collectors.joining(" "));
    }

    /// Replaces the widget's settings.
    public void saveSettings(UUID id, WidgetSettings settings) {
        database.useOrganization(id, handle -> WidgetSettingsTable.save(handle, id, settings));
    }

    /// Replaces which files are taken, with a line in the audit log.
    public void changeAttachments(UUID id, AttachmentPolicy policy, Actor actor, Instant at) {
        database.useOrganization(id, handle -> {
            WidgetSettingsTable.saveAttachments(handle, id, policy);
            var details = Map.of(
                    "enabled", Boolean.toString(policy.enabled()),
                    "accept", String.join(" ", policy.accept()),
                    "maxSize", Long.toString(policy.maxSize()),
                    "maxCount", Integer.toString(policy.maxCount()),
                    "quota", Long.toString(policy.quota()));
            AuditLog.append(
                    handle,
                    new AuditEntry(id, actor, Action.ATTACHMENTS_CHANGED, Subject.organization(id), details),
                    at);
        });
    }

    /// Changes name, languages, time zone and hours.
    public void change(UUID id, Profile profile, Actor actor, Instant at) {
        database.useOrganization(id, handle -> {
            handle.createUpdate(CHANGE)
                    .bind("organization", id)
                    .bind("name", profile.name())
                    .bind("hours", HoursJson.write(profile.zone(), profile.hours()))
                    .execute();
            WidgetSettingsTable.saveLocales(handle, id, profile.locales());
            var entry =
                    new AuditEntry(id, actor, Action.ORGANIZATION_CHANGED, Subject.organization(id), profile.details());
            AuditLog.append(handle, entry, at);
        });
    }

    /// Changes how the widget looks, what it says and what it shows, save its languages and rules for files.
    public void changeWidget(UUID id, WidgetSettings settings, Actor actor, Instant at) {
        database.useOrganization(id, handle -> {
            var before = WidgetSettingsTable.load(handle, id);
            var after = settings.with(before.locales(), before.attachments());
            var changed = before.differences(after);
            if (!changed.isEmpty()) {
                WidgetSettingsTable.save(handle, id, after);
                var details = Map.of("changed", String.join(" ", changed));
                AuditLog.append(
                        handle,
                        new AuditEntry(id, actor, Action.WIDGET_CHANGED, Subject.organization(id), details),
                        at);
            }
        });
    }

    private static void addOrigins(Handle handle, UUID organization, Collection<Origin> origins) {
        handle.createUpdate("""
                        insert into allowed_origin (organization_id, origin)
                        select :organization, origin from unnest(:origins) as origin on conflict do nothing
                        """)
                .bind("organization", organization)
                .bindArray("origins", String.class, values(origins))
                .execute();
    }

    private static Object[] values(Collection<Origin> origins) {
        return origins.stream().map(Origin::value).toArray();
    }

    private static Optional<Tenant> load(Handle handle, UUID id) {
        Optional<Organization> organization = handle.createQuery(
                        "select organization_id, name, created_at, hours from organization where organization_id = :id")
                .bind("id", id)
                .map((row, _) -> new Organization(
                        id,
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        HoursJson.zone(row.getString("hours")),
                        HoursJson.read(row.getString("hours"))))
                .findOne();
        return organization.map(found -> new Tenant(
                found, ApiKeyTable.all(handle, id), origins(handle, id), WidgetSettingsTable.load(handle, id)));
    }

    private static Set<Origin> origins(Handle handle, UUID organization) {
        return new HashSet<>(
                handle.createQuery("select origin from allowed_origin where organization_id = :organization")
                        .bind("organization", organization)
                        .map((row, _) -> new Origin(row.getString("origin")))
                        .list());
    }
}
