package io.chask.seed;

import io.chask.seed.Dialogues.Dialogue;
import io.chask.seed.SeededConversation.Note;
import io.chask.seed.SeededConversation.Said;
import io.chask.seed.SeededVisitor.Doing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Invents visitors with their conversations. The same random numbers invent the same ones.
final class Invention {

    private static final String SHOP = "https://shop.example";
    private static final List<String> REFERRERS =
            List.of("https://www.google.com/", "https://duckduckgo.com/", "https://www.instagram.com/");
    private static final List<String> USER_AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0");
    /// How many conversations a visitor has: most have one.
    private static final List<Integer> VISITS = List.of(1, 1, 1, 1, 1, 1, 1, 2, 2, 3);
    private static final Duration SPREAD = Duration.ofDays(120);
    /// No conversation lasts as long: whatever is invented has happened.
    private static final Duration NEWEST = Duration.ofHours(2);

    private final List<Dialogues> languages = List.of(Dialogues.of("en"), Dialogues.of("es"), Dialogues.of("pt-BR"));
    private final Chance chance;
    private final Persons persons;
    private final List<UUID> agents;
    private final Instant now;

    Invention(RandomGenerator random, List<UUID> agents, Instant now) {
        this.chance = new Chance(random);
        this.persons = new Persons(chance);
        this.agents = agents;
        this.now = now;
    }

    /// The next visitor.
    ///
    /// @param most conversations, at least 1
    SeededVisitor next(int most) {
        var dialogues = chance.pick(languages);
        var id = chance.id();
        var times = times(Math.min(most, chance.pick(VISITS)));
        var person = persons.next(dialogues.locale(), times.getFirst());
        List<Doing> doings = new ArrayList<>();
        List<SeededConversation> conversations = new ArrayList<>();
        for (var at : times) {
            boolean latest = conversations.size() == times.size() - 1;
            var dialogue = dialogues.one(chance.random(), person.first());
            doings.addAll(doings(dialogue, at, person.name() != null && conversations.isEmpty()));
            conversations.add(conversation(id, dialogues.locale(), latest ? mostly(dialogue) : whole(dialogue), at));
        }
        var referrer = chance.oneIn(3) ? chance.pick(REFERRERS) : null;
        return new SeededVisitor(id, person, chance.pick(USER_AGENTS), referrer, doings, conversations);
    }

    /// When his conversations began, the oldest first. Most of it happened lately.
    private List<Instant> times(int count) {
        double age = Math.pow(chance.random().nextDouble(), 3);
        var at = now.minus(NEWEST).minusSeconds((long) (age * SPREAD.toSeconds()));
        List<Instant> times = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            times.addFirst(at);
            at = at.minus(Duration.ofHours(30 + chance.below(800)));
        }
        return times;
    }

    /// A dialogue with how far it has come.
    private record Course(Dialogue dialogue, boolean resolved) {}

    private static Course whole(Dialogue dialogue) {
        return new Course(dialogue, true);
    }

    /// What is not resolved is still under way.
    private Course mostly(Dialogue dialogue) {
        return chance.below(5) < 2
                ? whole(dialogue)
                : new Course(dialogue.cut(1 + chance.below(dialogue.lines().size())), false);
    }

    private SeededConversation conversation(UUID visitor, String locale, Course course, Instant begun) {
        var agent = chance.pick(agents);
        boolean assigned = course.resolved() || chance.below(3) > 0;
        List<Said> said = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        var at = begun;
        for (var line : course.dialogue().lines()) {
            at = at.plusSeconds(20 + chance.below(400));
            switch (line.speaker()) {
                case VISITOR -> said.add(new Said(chance.id(), null, line.text(), at));
                case AGENT -> said.add(new Said(chance.id(), agent, line.text(), at));
                case NOTE -> notes.add(new Note(chance.id(), said.size(), line.text(), at));
            }
        }
        boolean waits = assigned && !course.resolved() && said.getLast().agent() != null;
        var until = waits && chance.oneIn(3) ? now.plus(Duration.ofMinutes(60L * (1 + chance.below(72)))) : null;
        var tags = chance.oneIn(3) ? List.<String>of() : course.dialogue().tags();
        return new SeededConversation(
                chance.id(), visitor, locale, course.resolved(), agent, assigned, until, tags, said, notes);
    }

    /// The pages before a conversation, and the window that is opened on the last of them.
    private List<Doing> doings(Dialogue dialogue, Instant begun, boolean identified) {
        var url = SHOP + dialogue.path();
        List<Doing> doings = new ArrayList<>();
        if (chance.oneIn(2)) {
            doings.add(new Doing("page_viewed", begun.minusSeconds(240 + chance.below(600)), SHOP + "/", "Shop"));
        }
        doings.add(new Doing("page_viewed", begun.minusSeconds(60 + chance.below(120)), url, dialogue.title()));
        if (identified) {
            doings.add(new Doing("identified", begun.minusSeconds(50), url, dialogue.title()));
        }
        doings.add(new Doing("widget_opened", begun.minusSeconds(10), url, dialogue.title()));
        return doings;
    }
}
