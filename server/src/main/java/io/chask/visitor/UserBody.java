package io.chask.visitor;

import io.chask.contact.Company;
import io.chask.contact.Identified;
import io.chask.contact.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `User` of the HTTP contract: what the visitor's own page may read.
record UserBody(
        UUID visitorId,
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String avatarUrl,
        @Nullable Company company,
        @Nullable String locale,
        @Nullable Instant createdAt,
        Map<String, Object> attributes,
        boolean verified,
        @Nullable String visitorToken,
        @Nullable UUID formerVisitor) {

    static UserBody of(Visitor visitor) {
        return of(visitor, null, null);
    }

    /// After an identification: with the token that counts from now on.
    static UserBody of(Visitor visitor, Identified identified) {
        return of(visitor, identified.token().text(), identified.former());
    }

    private static UserBody of(Visitor visitor, @Nullable String token, @Nullable UUID former) {
        var person = visitor.person();
        return new UserBody(
                visitor.id(),
                person.userId(),
                person.name(),
                person.email(),
                person.phone(),
                person.avatarUrl(),
                person.company(),
                person.locale(),
                person.createdAt(),
                person.attributes(),
                visitor.verification() != null,
                token,
                former);
    }
}
