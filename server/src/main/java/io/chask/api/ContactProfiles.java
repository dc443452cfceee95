package io.chask.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.contact.Visitors;
import io.chask.delivery.VisitorProfiles;
import io.chask.wire.ServerFrame.InboxVisitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Names of visitors for the agents' list, at most two seconds old.
public final class ContactProfiles implements VisitorProfiles {

    private static final int MOST = 20_000;

    private final Visitors visitors;
    private final Cache<Key, InboxVisitor> profiles = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(MOST)
            .build();

    public ContactProfiles(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public InboxVisitor profile(UUID organization, UUID visitor) {
        var key = new Key(organization, visitor);
        var known = profiles.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var found = visitors.find(organization, List.of(visitor)).get(visitor);
        var profile = found == null
                ? new InboxVisitor(visitor, null, null)
                : new InboxVisitor(
                        visitor, found.person().name(), found.person().email());
        profiles.put(key, profile);
        return profile;
    }

    private record Key(UUID organization, UUID visitor) {}
}
