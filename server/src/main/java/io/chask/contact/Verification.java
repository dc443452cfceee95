package io.chask.contact;

import java.time.Instant;
import java.util.Set;

/// What a visitor's identity token has shown.
///
/// @param userId the token's subject
/// @param at when he was last verified
/// @param claims the members of [Person] the token vouched for, by their names in the HTTP contract
public record Verification(String userId, Instant at, Set<String> claims) {

    public Verification {
        claims = Set.copyOf(claims);
    }

    /// What a page says of a verified visitor, without what it may not change: the token's word stands.
    public Person kept(Person before, Person after) {
        return new Person(
                before.userId(),
                claims.contains("name") ? before.name() : after.name(),
                claims.contains("email") ? before.email() : after.email(),
                claims.contains("phone") ? before.phone() : after.phone(),
                claims.contains("avatarUrl") ? before.avatarUrl() : after.avatarUrl(),
                after.company(),
                claims.contains("locale") ? before.locale() : after.locale(),
                after.createdAt(),
                after.attributes());
    }
}
