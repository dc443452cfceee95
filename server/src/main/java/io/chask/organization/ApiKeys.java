package io.chask.organization;

import io.chask.audit.Action;
import io.chask.audit.Actor;
import io.chask.audit.AuditEntry;
import io.chask.audit.AuditLog;
import io.chask.audit.Subject;
import io.chask.database.Database;
import io.chask.organization.Revocation.Kind;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// An organization's publishable keys: one more, one instead of another, one no longer. All methods block.
public final class ApiKeys {

    /// Keys of one organization that are valid at the same time: the one of the pages, the next one, and a few for
    /// single sites.
    public static final int MOST = 10;

    /// A replaced key goes on for this long at most.
    public static final Duration LONGEST_GRACE = Duration.ofDays(90);

    /// Signs of a key that the audit log shows.
    private static final int SHOWN = 4;

    private static final String RETIRE = """
            update api_key set retires_at = :at
            where organization_id = :organization and id = :key and revoked_at is null
            """;
    private static final String USED = """
            update api_key set last_used_at = :now where organization_id = :organization and id = :key
            """;
    private static final String DUE = """
            select organization_id, id from api_key
            where retires_at <= :now and revoked_at is null order by retires_at limit 100
            """;

    private final Database database;
    private final RandomGenerator random;

    /// @param random a cryptographic source
    ApiKeys(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /// One more key. The others stay as they are. Empty when there are [#MOST] already.
    public Optional<ApiKey> add(UUID organization, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            if (isFull(handle, organization)) {
                return Optional.empty();
            }
            return Optional.of(added(handle, organization, actor, at));
        });
    }

    /// A key instead of another, which goes on for a while, so that pages can be changed. Empty when that other one is
    /// not valid, or there are [#MOST] already.
    ///
    /// @param grace at most [#LONGEST_GRACE]
    public Optional<ApiKey> replace(UUID organization, UUID old, Duration grace, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            if (isFull(handle, organization) || !retire(handle, organization, old, at.plus(grace))) {
                return Optional.empty();
            }
            var next = added(handle, organization, actor, at);
            tellRetiring(handle, ApiKeyTable.find(handle, organization, old).orElseThrow(), organization, actor, at);
            return Optional.of(next);
        });
    }

    /// Lets a valid key go on for a while only; false when there is no such valid key.
    public boolean retire(UUID organization, UUID key, Duration grace, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            boolean known = retire(handle, organization, key, at.plus(grace));
            if (known) {
                var retiring = ApiKeyTable.find(handle, organization, key).orElseThrow();
                tellRetiring(handle, retiring, organization, actor, at);
            }
            return known;
        });
    }

    /// Lets a key that was to retire stay; false when there is no such valid key.
    public boolean keep(UUID organization, UUID key, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            var before = ApiKeyTable.find(handle, organization, key).filter(found -> found.revokedAt() == null);
            if (before.filter(found -> found.retiresAt() != null).isPresent()) {
                retire(handle, organization, key, null);
                append(handle, Action.KEY_KEPT, before.get(), new Context(organization, actor, at, Map.of()));
            }
            return before.isPresent();
        });
    }

    /// Makes a key worthless at once; false when there is no such valid key.
    public boolean revoke(UUID organization, UUID key, Actor actor, Instant at) {
        return database.inOrganization(organization, handle -> {
            var revoked = ApiKeyTable.revoke(handle, organization, key);
            revoked.ifPresent(gone -> {
                Revocations.record(handle, organization, Kind.KEY, key);
                append(handle, Action.KEY_REVOKED, gone, new Context(organization, actor, at, Map.of()));
            });
            return revoked.isPresent();
        });
    }

    /// Revokes what was to retire by now. Several nodes may ask at once; each key is revoked once.
    ///
    /// @param watcher pool of the watcher's role
    public void revokeRetired(Database watcher, Instant now) {
        for (var due : due(watcher, now)) {
            revoke(due.organization(), due.key(), Actor.SYSTEM, now);
        }
    }

    /// A page has shown a key.
    public void used(UUID organization, UUID key, Instant now) {
        database.useOrganization(
                organization,
                handle -> handle.createUpdate(USED)
                        .bind("organization", organization)
                        .bind("key", key)
                        .bind("now", Timestamp.from(now))
                        .execute());
    }

    private record Due(UUID organization, UUID key) {}

    private static List<Due> due(Database watcher, Instant now) {
        return watcher.outsideOrganizations(handle -> handle.createQuery(DUE)
                .bind("now", Timestamp.from(now))
                .map((row, _) -> new Due(row.getObject("organization_id", UUID.class), row.getObject("id", UUID.class)))
                .list());
    }

    private static boolean isFull(Handle handle, UUID organization) {
        return ApiKeyTable.all(handle, organization).stream()
                        .filter(key -> key.revokedAt() == null)
                        .count()
                >= MOST;
    }

    private static boolean retire(Handle handle, UUID organization, UUID key, @Nullable Instant when) {
        return handle.createUpdate(RETIRE)
                        .bind("organization", organization)
                        .bind("key", key)
                        .bind("at", when == null ? null : Timestamp.from(when))
                        .execute()
                == 1;
    }

    private ApiKey added(Handle handle, UUID organization, Actor actor, Instant at) {
        var key = ApiKeyTable.add(handle, organization, KeyText.create(random));
        append(handle, Action.KEY_ADDED, key, new Context(organization, actor, at, Map.of()));
        return key;
    }

    private static void tellRetiring(Handle handle, ApiKey key, UUID organization, Actor actor, Instant at) {
        var details = Map.of("until", String.valueOf(key.retiresAt()));
        append(handle, Action.KEY_RETIRING, key, new Context(organization, actor, at, details));
    }

    private record Context(UUID organization, Actor actor, Instant at, Map<String, String> details) {}

    private static void append(Handle handle, Action action, ApiKey key, Context context) {
        var details = new HashMap<>(context.details());
        // Enough to tell an organization's keys apart.
        details.put("ending", key.value().substring(key.value().length() - SHOWN));
        var entry =
                new AuditEntry(context.organization(), context.actor(), action, Subject.of("key", key.id()), details);
        AuditLog.append(handle, entry, context.at());
    }
}
