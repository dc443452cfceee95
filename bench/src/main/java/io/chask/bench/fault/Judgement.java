package io.chask.bench.fault;

import io.chask.bench.client.History.Event;
import io.chask.bench.client.View;
import io.chask.bench.fault.Cast.Talk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Waits until a cast has nothing left to do, then has it judged.
final class Judgement {

    private final Stage stage;
    private final Cast cast;
    private final Duration patience;
    private final List<String> violations = new ArrayList<>();

    private Judgement(Stage stage, Cast cast, Duration patience) {
        this.stage = stage;
        this.cast = cast;
        this.patience = patience;
    }

    /// Violations, one sentence each.
    ///
    /// @param patience of each wait
    static List<String> of(Stage stage, Cast cast, Duration patience) throws IOException, InterruptedException {
        return new Judgement(stage, cast, patience).judge();
    }

    private List<String> judge() throws IOException, InterruptedException {
        await("did not settle", person -> person.participant().isSettled());
        cast.comeLate();
        var finals = new ArrayList<Checker.Final>();
        for (Talk talk : cast.talks()) {
            finals.add(new Checker.Final(talk.conversation(), read(talk)));
        }
        for (var one : finals) {
            cast.people().stream()
                    .filter(person -> person.part().contains(one.conversation()))
                    .forEach(person -> person.participant()
                            .expect(one.conversation(), one.messages().size()));
        }
        await(
                "did not come to hold what the database holds",
                person -> person.participant().isSettled());
        await(
                "do not see all their messages as read",
                person -> person.participant().unread() == 0);
        var sessions = cast.people().stream()
                .flatMap(person -> person.sessions().stream())
                .toList();
        violations.addAll(Checker.check(cast.history(), finals, sessions, stage.owners()));
        return violations;
    }

    private void await(String failing, Predicate<Person> done) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!cast.people().stream().allMatch(done)) {
            if (System.nanoTime() > deadline) {
                var late = cast.people().stream()
                        .filter(done.negate())
                        .map(person -> person.participant().standing())
                        .toList();
                violations.add("C7: " + late.size() + " of " + cast.people().size() + " sessions " + failing
                        + " within " + patience + ": " + late);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Map<Long, View.Held> read(Talk talk) {
        var messages = new HashMap<Long, View.Held>();
        String token = stage.target().agent(talk.tenant());
        for (JsonNode message : stage.target().messages(token, talk.conversation())) {
            var held = new View.Held(
                    UUID.fromString(message.get("id").asString()),
                    message.get("sender").asString(),
                    message.get("content").asString(),
                    message.get("timestamp").asString());
            messages.put(message.get("sequence").asLong(), held);
        }
        return messages;
    }

    /// Errors that were shown, in a fault that nobody may notice.
    static List<String> reports(Cast cast) {
        return cast.history().events().stream()
                .filter(Event.Reported.class::isInstance)
                .map(event -> (Event.Reported) event)
                .map(reported -> reported.who() + " was shown " + reported.code())
                .toList();
    }

    /// Messages that were refused for good, although nothing is wrong with them.
    static List<String> refusals(Cast cast) {
        return cast.history().events().stream()
                .filter(Event.Refused.class::isInstance)
                .map(event -> (Event.Refused) event)
                .map(refused -> refused.id() + " was refused: " + refused.reason())
                .toList();
    }
}
