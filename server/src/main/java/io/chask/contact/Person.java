package io.chask.contact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the host page says of a visitor. Nothing of it is verified.
///
/// @param userId the customer's own id of this person
/// @param createdAt since when the customer knows this person
/// @param attributes texts, numbers and truth values by name
public record Person(
        @Nullable String userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String avatarUrl,
        @Nullable Company company,
        @Nullable String locale,
        @Nullable Instant createdAt,
        Map<String, Object> attributes) {

    public Person {
        attributes = Map.copyOf(attributes);
    }
}
