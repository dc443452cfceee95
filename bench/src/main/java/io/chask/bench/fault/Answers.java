package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Answer;
import io.chask.bench.client.History.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// C9: every `sent` of one id says the same place and time; only one says that it was the first; and a `send` that was
/// written after any answer, even one that never reached its client, is answered as a duplicate.
final class Answers {

    private final Map<UUID, Answer> first = new HashMap<>();
    private final Set<UUID> fresh = new HashSet<>();

    /// Ids by connection whose `send` was written when they had been answered already.
    private final Map<UUID, Set<UUID>> resent = new HashMap<>();

    private final List<String> violations = new ArrayList<>();
    private int duplicates;

    private Answers() {}

    /// Reads a history in its order.
    static Answers of(History history) {
        var answers = new Answers();
        for (Event event : history.events()) {
            switch (event) {
                case Event.Attempted attempt -> answers.attempted(attempt);
                case Event.Answered answered -> {
                    answers.resentIsDuplicate(answered);
                    answers.answered(answered.id(), answered.answer());
                }
                case Event.Swallowed swallowed -> answers.answered(swallowed.id(), swallowed.answer());
                case Event.Invoked _,
                        Event.Acknowledged _,
                        Event.Refused _,
                        Event.Status _,
                        Event.Postponed _,
                        Event.Contradicted _,
                        Event.Reported _ -> {}
            }
        }
        return answers;
    }

    /// One sentence each.
    List<String> violations() {
        return violations;
    }

    /// Answers that said so.
    int duplicates() {
        return duplicates;
    }

    private void attempted(Event.Attempted attempt) {
        if (first.containsKey(attempt.id())) {
            resent.computeIfAbsent(attempt.connection(), _ -> new HashSet<>()).add(attempt.id());
        }
    }

    private void resentIsDuplicate(Event.Answered answered) {
        boolean again = resent.getOrDefault(answered.connection(), Set.of()).contains(answered.id());
        if (again && !answered.answer().duplicate()) {
            violations.add("C9: " + answered.id() + " was sent again after its answer and called new");
        }
    }

    private void answered(UUID id, Answer answer) {
        Answer before = first.putIfAbsent(id, answer);
        if (before != null
                && (before.sequence() != answer.sequence()
                        || !before.timestamp().equals(answer.timestamp()))) {
            violations.add("C9: " + id + " was answered by " + before + " and by " + answer);
        }
        if (answer.duplicate()) {
            duplicates++;
        } else if (!fresh.add(id)) {
            violations.add("C9: " + id + " was called new twice");
        }
    }
}
