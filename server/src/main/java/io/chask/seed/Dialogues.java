package io.chask.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Conversations of a shop in one language, with places for what differs. What stands in brackets is said only to a
/// visitor whose name is known.
///
/// @param locale the language's tag
record Dialogues(String locale, List<Dialogue> all) {

    private static final Map<String, List<String>> PLACES = Map.of(
            "city", List.of("Lima", "Quito", "Bogotá", "São Paulo", "Recife", "Boston", "Leeds", "Mérida", "Curitiba"),
            "product", List.of("Aurora 2", "Tundra", "Kite S", "Nimbus", "Sequoia", "Pampa XL", "Brisa", "Condor"));
    private static final Pattern NAMED = Pattern.compile("\\[([^]]*)]");

    enum Speaker {
        VISITOR,
        AGENT,
        /// An agent's private note.
        NOTE
    }

    record Line(Speaker speaker, String text) {}

    /// One conversation.
    ///
    /// @param tags  what an agent would file it under
    /// @param path  of the page it is begun on
    /// @param title of that page
    record Dialogue(List<String> tags, String path, String title, List<Line> lines) {

        /// Without what comes after so many lines.
        Dialogue cut(int most) {
            return new Dialogue(tags, path, title, lines.subList(0, Math.min(most, lines.size())));
        }
    }

    static Dialogues of(String locale) {
        var blocks = read(locale).strip().split("\n\n", -1);
        return new Dialogues(
                locale, Arrays.stream(blocks).map(Dialogues::dialogue).toList());
    }

    private static Dialogue dialogue(String block) {
        var head = block.lines().findFirst().orElseThrow().substring(1).split("\\|", -1);
        var tags = Stream.of(head[0].split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        var lines = block.lines().skip(1).map(Dialogues::line).toList();
        return new Dialogue(tags, head[1].strip(), head[2].strip(), lines);
    }

    private static Line line(String text) {
        var speaker = switch (text.charAt(0)) {
            case 'U' -> Speaker.VISITOR;
            case 'A' -> Speaker.AGENT;
            case 'N' -> Speaker.NOTE;
            default -> throw new IllegalStateException("nobody says: " + text);
        };
        return new Line(speaker, text.substring(2));
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

    /// One of them with its places filled.
    ///
    /// @param name how an agent calls the visitor; none where it is not known
    Dialogue one(RandomGenerator random, @Nullable String name) {
        var drawn = all.get(random.nextInt(all.size()));
        var order = "A-" + (10_000 + random.nextInt(90_000));
        var product = pick(random, "product");
        var places = Map.of(
                "{order}",
                order,
                "{city}",
                pick(random, "city"),
                "{product}",
                product,
                "{slug}",
                product.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return new Dialogue(
                drawn.tags(),
                filled(drawn.path(), places),
                filled(drawn.title(), places),
                drawn.lines().stream()
                        .map(line -> new Line(line.speaker(), filled(addressed(line.text(), name), places)))
                        .toList());
    }

    private static String addressed(String text, @Nullable String name) {
        return NAMED.matcher(text).replaceAll(name == null ? "" : "$1").replace("{name}", name == null ? "" : name);
    }

    private static String filled(String text, Map<String, String> places) {
        var filled = text;
        for (var place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }

    private static String pick(RandomGenerator random, String place) {
        var words = PLACES.getOrDefault(place, List.of(""));
        return words.get(random.nextInt(words.size()));
    }
}
