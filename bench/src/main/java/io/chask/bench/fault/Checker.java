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
import org.jspecify.annotations.Nullable;

/// Judges a run by what the clients saw and what the database holds in the end.
///
/// C1 every acknowledged id stands in the final history once · C2 none twice · C3 sequence gapless · C4 a sender's
/// order kept · C5 statuses never back · C6 nothing refused appears · C7 every session ends equal to the database, and
/// never held two messages at one place · C8 no session holds or hears of another organization's or visitor's
/// conversation · C9 answers to one id agree ([Answers]).
public final class Checker {

    /// A conversation as the database holds it, by sequence.
    public record Final(UUID conversation, Map<Long, View.Held> messages) {}

    /// What one session held of a conversation in the end.
    ///
    /// @param visitor   null for an agent
    /// @param takesPart whether it must hold the conversation; otherwise it may only have heard of it
    public record Session(
            String who,
            UUID organization,
            @Nullable UUID visitor,
            boolean takesPart,
            UUID conversation,
            Map<Long, View.Held> messages) {}

    private final List<String> violations = new ArrayList<>();
    private final Map<UUID, Final> finals = new HashMap<>();
    private final Map<UUID, Long> places = new HashMap<>();
    private final Map<UUID, Owner> owners;

    private Checker(Map<UUID, Owner> owners) {
        this.owners = owners;
    }

    /// Everything that is wrong, one sentence each; empty when nothing is.
    ///
    /// @param owners of every conversation of the server, also of those that are not judged here
    public static List<String> check(
            History history, List<Final> finals, List<Session> sessions, Map<UUID, Owner> owners) {
        var checker = new Checker(owners);
        finals.forEach(checker::place);
        checker.events(history);
        checker.order(history);
        checker.statuses(history);
        sessions.forEach(checker::session);
        checker.violations.addAll(Answers.of(history).violations());
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

    private void events(History history) {
        for (Event event : history.events()) {
            switch (event) {
                case Event.Acknowledged ok -> acknowledged(ok);
                case Event.Refused refused -> {
                    if (places.containsKey(refused.id())) {
                        violations.add(
                                "C6: " + refused.id() + " was refused and stands at " + places.get(refused.id()));
                    }
                }
                case Event.Contradicted twice -> violations.add("C7: to " + twice.who() + ", " + twice.how());
                case Event.Invoked _,
                        Event.Attempted _,
                        Event.Answered _,
                        Event.Swallowed _,
                        Event.Status _,
                        Event.Postponed _,
                        Event.Reported _ -> {}
            }
        }
    }

    private void acknowledged(Event.Acknowledged ok) {
        Long place = places.get(ok.id());
        if (place == null || place != ok.sequence()) {
            violations.add("C1: " + ok.id() + " was acknowledged at " + ok.sequence() + " and stands at " + place);
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
        Owner owner = owners.get(session.conversation());
        boolean own = owner != null
                && owner.organization().equals(session.organization())
                && (session.visitor() == null || session.visitor().equals(owner.visitor()))
                && (session.takesPart() || session.messages().isEmpty());
        if (!own) {
            violations.add("C8: " + session.who() + " holds " + session.conversation() + " of " + owner);
            return;
        }
        Final one = finals.get(session.conversation());
        if (session.takesPart() && (one == null || !one.messages().equals(session.messages()))) {
            Set<Long> missing =
                    new HashSet<>(one == null ? Set.of() : one.messages().keySet());
            missing.removeAll(session.messages().keySet());
            violations.add("C7: " + session.who() + " ended unlike the database; missing " + missing);
        }
    }
}
