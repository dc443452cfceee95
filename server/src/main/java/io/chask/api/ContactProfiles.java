package io.chask.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.contact.Visitors;
import io.chask.delivery.VisitorProfiles;
import io.chask.wire.ServerFrame.InboxVisitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Names of visitors for the agents' list, at most two seconds old where another node has changed them.
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
        return profiles.get(new Key(organization, visitor), this::read);
    }

    @Override
    public void changed(UUID organization, UUID visitor) {
        // Waits for who is reading it, so that nothing older is kept.
        profiles.invalidate(new Key(organization, visitor));
    }

    private InboxVisitor read(Key key) {
        var found = visitors.find(key.organization(), List.of(key.visitor())).get(key.visitor());
        return found == null
                ? new InboxVisitor(key.visitor(), null, null)
                : new InboxVisitor(
                        key.visitor(), found.person().name(), found.person().email());
    }

    private record Key(UUID organization, UUID visitor) {}
}
