package io.chask.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Conversations of a shop in one language, with places for what differs.
///
/// @param locale the language's tag
record Dialogues(String locale, List<List<Line>> all) {

    private static final Map<String, List<String>> PLACES = Map.of(
            "city", List.of("Lima", "Quito", "Bogotá", "São Paulo", "Recife", "Boston", "Leeds", "Mérida", "Curitiba"),
            "product", List.of("Aurora 2", "Tundra", "Kite S", "Nimbus", "Sequoia", "Pampa XL", "Brisa", "Condor"));

    /// @param byVisitor whether he says it, or an agent
    record Line(boolean byVisitor, String text) {}

    static Dialogues of(String locale) {
        var blocks = read(locale).strip().split("\n\n", -1);
        return new Dialogues(
                locale,
                Arrays.stream(blocks)
                        .map(block -> block.lines().map(Dialogues::line).toList())
                        .toList());
    }

    private static Line line(String text) {
        return new Line(text.startsWith("U "), text.substring(2));
    }

    private static String read(String locale) {
        try (var file = Dialogues.class.getResourceAsStream("/seed/" + locale + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no dialogues in " + locale);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the dialogues in " + locale, e);
        }
    }

    /// One of them, cut off at some line, with its places filled.
    ///
    /// @param name how an agent calls the visitor
    List<Line> one(RandomGenerator random, String name) {
        var lines = all.get(random.nextInt(all.size()));
        var order = "A-" + (10_000 + random.nextInt(90_000));
        var city = pick(random, "city");
        var product = pick(random, "product");
        return lines.subList(0, 1 + random.nextInt(lines.size())).stream()
                .map(line -> new Line(
                        line.byVisitor(),
                        line.text()
                                .replace("{order}", order)
                                .replace("{city}", city)
                                .replace("{product}", product)
                                .replace("{name}", name)))
                .toList();
    }

    private static String pick(RandomGenerator random, String place) {
        var words = PLACES.getOrDefault(place, List.of(""));
        return words.get(random.nextInt(words.size()));
    }
}
