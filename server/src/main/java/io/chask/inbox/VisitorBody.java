package io.chask.inbox;

import io.chask.contact.Company;
import io.chask.contact.Page;
import io.chask.contact.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
        @Nullable Instant blockedAt,
        boolean verified,
        List<String> verifiedFields) {

    private static List<String> verifiedFields(Visitor visitor) {
        var verification = visitor.verification();
        return verification == null
                ? List.of()
                : Stream.concat(
                                Stream.of("userId"),
                                verification.claims().stream().sorted())
                        .toList();
    }

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
                visitor.blockedAt(),
                visitor.verification() != null,
                verifiedFields(visitor));
    }
}
