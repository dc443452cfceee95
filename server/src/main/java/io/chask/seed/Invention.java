package io.chask.seed;

import io.chask.seed.SeededConversation.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Invents conversations. The same random numbers invent the same ones.
final class Invention {

    private static final List<String> TAGS =
            List.of("billing", "delivery", "returns", "vip", "envíos", "facturación", "devolução", "garantia");
    private static final List<String> FIRST = List.of(
            "Ana", "Olga", "João", "Maya", "Luis", "Inês", "Grace", "Hugo", "Beatriz", "Tomás", "Noah", "Lucía",
            "Rafael", "Emma", "Íris", "Diego");
    private static final List<String> LAST = List.of(
            "Núñez",
            "Conceição",
            "Lee",
            "García",
            "Souza",
            "Baker",
            "Peña",
            "Araújo",
            "Quispe",
            "Turner",
            "Muñoz",
            "Lima");
    private static final Duration SPREAD = Duration.ofDays(120);

    private final List<Dialogues> languages = List.of(Dialogues.of("en"), Dialogues.of("es"), Dialogues.of("pt-BR"));
    private final RandomGenerator random;
    private final List<UUID> agents;
    private final Instant now;

    Invention(RandomGenerator random, List<UUID> agents, Instant now) {
        this.random = random;
        this.agents = agents;
        this.now = now;
    }

    SeededConversation next() {
        var dialogues = languages.get(random.nextInt(languages.size()));
        boolean known = random.nextInt(5) > 0;
        var first = pick(FIRST);
        var last = pick(LAST);
        var lines = dialogues.one(random, known ? first : "");
        var assignee = random.nextInt(3) == 0 ? null : pick(agents);
        return new SeededConversation(
                id(),
                id(),
                known ? first + " " + last : null,
                known && random.nextBoolean() ? email(first, last) : null,
                dialogues.locale(),
                random.nextInt(5) < 2,
                assignee,
                tags(),
                said(lines, assignee == null ? pick(agents) : assignee));
    }

    /// Most of it happened lately.
    private List<Said> said(List<Dialogues.Line> lines, UUID agent) {
        double age = Math.pow(random.nextDouble(), 3);
        var at = now.minus(Duration.ofSeconds(3600 + (long) (age * SPREAD.toSeconds())));
        List<Said> said = new ArrayList<>();
        for (var line : lines) {
            at = at.plusSeconds(20 + random.nextInt(400));
            said.add(new Said(id(), author(line, agent), line.text(), at));
        }
        return said;
    }

    private static @Nullable UUID author(Dialogues.Line line, UUID agent) {
        return line.byVisitor() ? null : agent;
    }

    private List<String> tags() {
        return random.nextInt(3) > 0
                ? List.of()
                : TAGS.stream().filter(_ -> random.nextInt(6) == 0).toList();
    }

    private static String email(String first, String last) {
        return (first + "." + last).toLowerCase(Locale.ROOT) + "@example.com";
    }

    private UUID id() {
        long most = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long least = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
