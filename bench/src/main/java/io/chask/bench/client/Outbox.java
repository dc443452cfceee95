package io.chask.bench.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Messages without an answer, in order, one in flight for each conversation. Not safe for several threads.
final class Outbox {

    /// A message as it was written.
    record Letter(UUID id, UUID conversation, String content) {}

    private final Map<UUID, Deque<Letter>> waiting = new HashMap<>();
    private final Map<UUID, Letter> letters = new HashMap<>();

    /// When a message that was refused for the moment may leave again.
    private final Map<UUID, Long> postponed = new HashMap<>();

    /// Adds at the end; true when it is the first and may leave.
    boolean add(Letter letter) {
        Deque<Letter> queue = waiting.computeIfAbsent(letter.conversation(), _ -> new ArrayDeque<>());
        queue.add(letter);
        letters.put(letter.id(), letter);
        return queue.size() == 1;
    }

    /// The first message of each conversation: what must be sent on a new connection.
    List<Letter> heads() {
        postponed.clear();
        return waiting.values().stream()
                .map(Deque::peek)
                .filter(Objects::nonNull)
                .toList();
    }

    /// The message with this id, while it waits.
    Optional<Letter> find(UUID id) {
        return Optional.ofNullable(letters.get(id));
    }

    /// Takes the answered message out; gives the one that may leave next.
    Optional<Letter> settle(Letter letter) {
        Deque<Letter> queue = waiting.getOrDefault(letter.conversation(), new ArrayDeque<>());
        boolean wasFirst = letter.equals(queue.peek());
        queue.remove(letter);
        letters.remove(letter.id());
        postponed.remove(letter.id());
        return wasFirst ? Optional.ofNullable(queue.peek()) : Optional.empty();
    }

    /// The message stays and leaves again at that time.
    void postpone(Letter letter, long until) {
        postponed.put(letter.id(), until);
    }

    /// Takes out those whose time has come.
    List<Letter> due(long now) {
        if (postponed.isEmpty()) {
            return List.of();
        }
        var due = new ArrayList<Letter>();
        postponed.forEach((id, until) -> {
            if (until - now <= 0) {
                find(id).ifPresent(due::add);
            }
        });
        due.forEach(letter -> postponed.remove(letter.id()));
        return due;
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }
}
