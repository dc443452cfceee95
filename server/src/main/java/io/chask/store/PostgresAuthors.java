package io.chask.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.conversation.AuthorProfile;
import io.chask.conversation.Authors;
import io.chask.database.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Agents' names for showing, kept for some seconds.
public final class PostgresAuthors implements Authors {

    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final String LOAD =
            "select id, name, avatar_url from agent where organization_id = :organization and id = any(:ids)";

    private final Database database;
    private final Cache<Key, AuthorProfile> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    public PostgresAuthors(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, AuthorProfile> agents(UUID organization, Collection<UUID> ids) {
        Map<UUID, AuthorProfile> profiles = new HashMap<>();
        List<UUID> unknown = ids.stream()
                .distinct()
                .filter(id -> {
                    AuthorProfile known = cache.getIfPresent(new Key(organization, id));
                    return known == null || profiles.put(id, known) != null;
                })
                .toList();
        if (!unknown.isEmpty()) {
            load(organization, unknown).forEach(profile -> profiles.put(profile.id(), profile));
        }
        return profiles;
    }

    private List<AuthorProfile> load(UUID organization, List<UUID> ids) {
        List<AuthorProfile> loaded = database.inOrganization(
                organization,
                handle -> handle.createQuery(LOAD)
                        .bind("organization", organization)
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map((row, _) -> new AuthorProfile(
                                row.getObject("id", UUID.class), row.getString("name"), row.getString("avatar_url")))
                        .list());
        loaded.forEach(profile -> cache.put(new Key(organization, profile.id()), profile));
        return loaded;
    }

    private record Key(UUID organization, UUID agent) {}
}
