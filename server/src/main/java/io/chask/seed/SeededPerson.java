package io.chask.seed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a made-up visitor has told of himself; of one who told nothing, nothing but the language.
///
/// @param first      how agents call him
/// @param name       in full
/// @param customer   his number in the shop, which he has since `joined`
/// @param attributes a JSON object
record SeededPerson(
        String locale,
        @Nullable String first,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String customer,
        @Nullable Instant joined,
        String attributes) {

    static SeededPerson nameless(String locale) {
        return new SeededPerson(locale, null, null, null, null, null, null, null, "{}");
    }
}
