package io.chask.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.organization.ApiKey;
import io.chask.organization.Organizations;
import io.chask.organization.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Organizations with their keys, origins and settings, read at most every two seconds: a change takes effect by then.
public final class Tenants {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private static final Duration USE_STEP = Duration.ofMinutes(5);

    private final Organizations organizations;
    private final Clock clock;
    private final Cache<UUID, Boolean> used =
            Caffeine.newBuilder().expireAfterWrite(USE_STEP).maximumSize(MOST).build();
    private final Cache<UUID, Optional<Tenant>> tenants =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    public Tenants(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    /// A page has shown a valid key. Remembered now and then only: more would be a write for every page. May block.
    public void keyUsed(UUID organization, ApiKey key) {
        if (used.asMap().putIfAbsent(key.id(), true) == null) {
            organizations.keys().used(organization, key.id(), clock.instant());
        }
    }

    /// Whether both sides of the organization's conversations are shown what the other has read. May block.
    public boolean showReadReceipts(UUID organization) {
        return find(organization)
                .map(tenant -> tenant.settings().readReceipts())
                .orElse(false);
    }

    /// Whether both sides of the organization's conversations are shown that the other is writing. May block.
    public boolean showTyping(UUID organization) {
        return find(organization).map(tenant -> tenant.settings().typing()).orElse(false);
    }

    /// The organization; empty when there is none. May block.
    public Optional<Tenant> find(UUID organization) {
        // Not loaded inside the cache: its lock would pin the thread that waits for the database.
        var known = tenants.getIfPresent(organization);
        if (known != null) {
            return known;
        }
        var found = organizations.find(organization);
        tenants.put(organization, found);
        return found;
    }
}
