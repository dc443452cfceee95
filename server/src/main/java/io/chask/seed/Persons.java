package io.chask.seed;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Invents who writes: one in five tells nothing of himself, the others more or less.
final class Persons {

    /// Names and numbers as they are where a language is spoken. The numbers are nobody's.
    private record Country(List<String> first, List<String> last, String phone) {}

    private static final Map<String, Country> COUNTRIES = Map.of(
            "en",
                    new Country(
                            List.of("Maya", "Grace", "Noah", "Emma", "Oliver", "Hannah"),
                            List.of("Lee", "Baker", "Turner", "Okafor", "Walsh", "Reid"),
                            "+1 212 555 01%02d"),
            "es",
                    new Country(
                            List.of("Ana", "Lucía", "Luis", "Tomás", "Olga", "Diego"),
                            List.of("Núñez", "García", "Peña", "Quispe", "Muñoz", "Rojas"),
                            "+52 55 5555 01%02d"),
            "pt-BR",
                    new Country(
                            List.of("João", "Inês", "Beatriz", "Rafael", "Íris", "Hugo"),
                            List.of("Conceição", "Souza", "Araújo", "Lima", "Barbosa", "Teixeira"),
                            "+55 11 5555-01%02d"));
    private static final List<String> COMPANIES =
            List.of("Meridian Travel", "Café Aurora", "Studio Norte", "Harbor & Sons", "Clínica Vida", "Ateliê Três");
    private static final List<String> PLANS = List.of("standard", "plus", "business");

    private final Chance chance;

    Persons(Chance chance) {
        this.chance = chance;
    }

    /// @param before he has become a customer before that
    SeededPerson next(String locale, Instant before) {
        var country = COUNTRIES.get(locale);
        if (country == null || chance.oneIn(5)) {
            return SeededPerson.nameless(locale);
        }
        var first = chance.pick(country.first());
        var last = chance.pick(country.last());
        boolean customer = chance.oneIn(2);
        return new SeededPerson(
                locale,
                first,
                first + " " + last,
                customer || chance.oneIn(3) ? email(first, last) : null,
                chance.oneIn(4) ? country.phone().formatted(chance.below(100)) : null,
                chance.oneIn(6) ? chance.pick(COMPANIES) : null,
                customer ? "C-" + (10_000 + chance.below(90_000)) : null,
                customer ? before.minus(Duration.ofHours(24 + chance.below(20_000))) : null,
                attributes(customer));
    }

    private String attributes(boolean customer) {
        if (!customer) {
            return chance.oneIn(3) ? "{\"newsletter\": true}" : "{}";
        }
        return "{\"plan\": \"%s\", \"orders\": %d, \"newsletter\": %s}"
                .formatted(chance.pick(PLANS), 1 + chance.below(24), chance.oneIn(2));
    }

    private static @Nullable String email(String first, String last) {
        var plain =
                Normalizer.normalize(first + "." + last, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT) + "@example.com";
    }
}
