package io.chask.bench.fault;

import io.chask.bench.client.History;
import io.chask.bench.client.History.Event;
import io.chask.bench.client.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Judges a run by what the clients saw and what the database holds in the end.
///
/// C1 every acknowledged id stands in the final history once · C2 none twice · C3 sequence gapless · C4 a sender's
/// order
/// kept · C5 statuses never back · C6 nothing refused appears · C7 every session ends equal to the database ·
/// C8 nothing of another organization.
public final class Checker {

    /// A conversation as the database holds it, by sequence.
    public record Final(UUID organization, UUID conversation, Map<Long, View.Held> messages) {}

    /// What one session held of a conversation in the end.
    public record Session(String who, UUID organization, UUID conversation, Map<Long, View.Held> messages) {}

    private final List<String> violations = new ArrayList<>();
    private final Map<UUID, Final> finals = new HashMap<>();
    private final Map<UUID, Long> places = new HashMap<>();

    private Checker() {}

    /// Everything that is wrong, one sentence each; empty when nothing is.
    public static List<String> check(History history, List<Final> finals, List<Session> sessions) {
        var checker = new Checker();
        finals.forEach(checker::place);
        checker.acknowledged(history);
        checker.order(history);
        checker.statuses(history);
        sessions.forEach(checker::session);
        return List.copyOf(checker.violations);
    }

    private void place(Final one) {
        finals.put(one.conversation(), one);
        for (long sequence = 1; sequence <= one.messages().size(); sequence++) {
            View.Held held = one.messages().get(sequence);
            if (held == null) {
                violations.add("C3: " + one.conversation() + " has no sequence " + sequence);
            } else if (places.put(held.id(), sequence) != null) {
                violations.add("C2: " + held.id() + " stands twice");
            }
        }
    }

    private void acknowledged(History history) {
        for (Event event : history.events()) {
            switch (event) {
                case Event.Acknowledged ok -> {
                    Long place = places.get(ok.id());
                    if (place == null || place != ok.sequence()) {
                        violations.add(
                                "C1: " + ok.id() + " was acknowledged at " + ok.sequence() + " and stands at " + place);
                    }
                }
                case Event.Refused refused -> {
                    if (places.containsKey(refused.id())) {
                        violations.add(
                                "C6: " + refused.id() + " was refused and stands at " + places.get(refused.id()));
                    }
                }
                case Event.Invoked _, Event.Status _, Event.Reported _ -> {}
            }
        }
    }

    private void order(History history) {
        var last = new HashMap<String, Long>();
        for (Event event : history.events()) {
            if (!(event instanceof Event.Invoked sent) || !places.containsKey(sent.id())) {
                continue;
            }
            long place = Objects.requireNonNull(places.get(sent.id()));
            Long before = last.put(sent.who() + sent.conversation(), place);
            if (before != null && before > place) {
                violations.add(
                        "C4: " + sent.id() + " of " + sent.who() + " stands at " + place + ", before an earlier one");
            }
        }
    }

    private void statuses(History history) {
        var ranks = new HashMap<String, Integer>();
        for (Event event : history.events()) {
            if (event instanceof Event.Status status) {
                Integer before = ranks.put(status.who() + status.id(), status.rank());
                if (before != null && before > status.rank()) {
                    violations.add("C5: " + status.id() + " went back from " + before + " to " + status.rank());
                }
            }
        }
    }

    private void session(Session session) {
        Final one = finals.get(session.conversation());
        if (one == null || !one.organization().equals(session.organization())) {
            violations.add("C8: " + session.who() + " holds " + session.conversation() + " of another organization");
            return;
        }
        if (!one.messages().equals(session.messages())) {
            Set<Long> missing = new HashSet<>(one.messages().keySet());
            missing.removeAll(session.messages().keySet());
            violations.add("C7: " + session.who() + " ended unlike the database; missing " + missing);
        }
    }
}
