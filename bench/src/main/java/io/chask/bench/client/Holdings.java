package io.chask.bench.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What one session holds of all conversations, and what it knows to be missing (wire/PROTOCOL.md §5). Not safe for
/// several threads.
final class Holdings {

    private static final Duration HOLE = Duration.ofSeconds(2);

    private final Map<UUID, View> views = new HashMap<>();
    private final Map<UUID, Long> lastSequences = new HashMap<>();
    private final Map<UUID, Long> holes = new HashMap<>();
    private final Set<UUID> unrecovered = new HashSet<>();
    private final Set<UUID> heard = new HashSet<>();
    private final long patience;

    Holdings(Tempo tempo) {
        this.patience = tempo.nanos(HOLE);
    }

    /// Takes a message; says what is wrong when another one stood at its sequence.
    Optional<String> take(UUID conversation, long sequence, View.Held held, long now) {
        expect(conversation, sequence);
        View view = view(conversation);
        var contradiction = view.take(sequence, held);
        if (view.hasHole()) {
            holes.putIfAbsent(conversation, now + patience);
        } else {
            holes.remove(conversation);
        }
        return contradiction;
    }

    /// Conversations whose hole has been open for too long; they are given again after the same time.
    List<UUID> overdue(long now) {
        if (holes.isEmpty()) {
            return List.of();
        }
        var overdue = new ArrayList<UUID>();
        holes.replaceAll((conversation, due) -> {
            if (due - now > 0) {
                return due;
            }
            overdue.add(conversation);
            return now + patience;
        });
        return overdue;
    }

    /// The server does not replay: what is held is dropped, and the conversation is loaded by REST.
    void notRecovered(UUID conversation) {
        view(conversation).drop();
        holes.remove(conversation);
        unrecovered.add(conversation);
    }

    /// A conversation to load by REST.
    Optional<UUID> unrecovered() {
        return unrecovered.stream().findFirst();
    }

    void recovered(UUID conversation) {
        unrecovered.remove(conversation);
    }

    /// It is known to have come so far.
    void expect(UUID conversation, long sequence) {
        lastSequences.merge(conversation, sequence, Math::max);
    }

    /// A frame named this conversation.
    void heardOf(UUID conversation) {
        heard.add(conversation);
    }

    /// Whether nothing known is missing.
    boolean isComplete() {
        return unrecovered.isEmpty()
                && lastSequences.entrySet().stream().allMatch(known -> cursor(known.getKey()) >= known.getValue());
    }

    long cursor(UUID conversation) {
        View view = views.get(conversation);
        return view == null ? 0 : view.cursor();
    }

    /// For `hello`.
    Map<UUID, Long> cursors() {
        var cursors = new HashMap<UUID, Long>();
        views.forEach((conversation, view) -> cursors.put(conversation, view.cursor()));
        return cursors;
    }

    /// Everything it holds or was told of, by conversation; what it only heard of is empty.
    Map<UUID, Map<Long, View.Held>> all() {
        var all = new HashMap<UUID, Map<Long, View.Held>>();
        heard.forEach(conversation -> all.put(conversation, Map.of()));
        views.forEach((conversation, view) -> all.put(conversation, view.messages()));
        return all;
    }

    private View view(UUID conversation) {
        return views.computeIfAbsent(conversation, _ -> new View());
    }
}
