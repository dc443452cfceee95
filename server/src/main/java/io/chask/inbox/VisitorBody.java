package io.chask.inbox;

import io.chask.contact.Company;
import io.chask.contact.Page;
import io.chask.contact.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Visitor` of the HTTP contract: what agents may read of a visitor.
record VisitorBody(
        UUID id,
        @Nullable String userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String avatarUrl,
        @Nullable Company company,
        @Nullable String locale,
        Map<String, Object> attributes,
        @Nullable Page page,
        @Nullable String userAgent,
        @Nullable Instant createdAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant blockedAt) {

    static VisitorBody of(Visitor visitor) {
        var person = visitor.person();
        return new VisitorBody(
                visitor.id(),
                person.userId(),
                person.name(),
                person.email(),
                person.phone(),
                person.avatarUrl(),
                person.company(),
                person.locale(),
                person.attributes(),
                visitor.page().equals(Page.UNKNOWN) ? null : visitor.page(),
                visitor.userAgent(),
                visitor.createdAt(),
                visitor.lastSeenAt(),
                visitor.blockedAt());
    }
}
