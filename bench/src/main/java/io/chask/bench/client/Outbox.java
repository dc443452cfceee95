package io.chask.bench.client;

import java.util.ArrayDeque;
import java.util.Collection;
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

    /// Adds at the end; true when it is the first and may leave.
    boolean add(Letter letter) {
        Deque<Letter> queue = waiting.computeIfAbsent(letter.conversation(), _ -> new ArrayDeque<>());
        queue.add(letter);
        return queue.size() == 1;
    }

    /// The first message of each conversation: what is in flight, or must be again after a reconnect.
    List<Letter> heads() {
        return waiting.values().stream()
                .map(Deque::peek)
                .filter(Objects::nonNull)
                .toList();
    }

    /// The message with this id, while it waits.
    Optional<Letter> find(UUID id) {
        return waiting.values().stream()
                .flatMap(Collection::stream)
                .filter(letter -> letter.id().equals(id))
                .findFirst();
    }

    /// Takes the answered message out; gives the one that may leave next.
    Optional<Letter> settle(Letter letter) {
        Deque<Letter> queue = waiting.getOrDefault(letter.conversation(), new ArrayDeque<>());
        boolean wasFirst = letter.equals(queue.peek());
        queue.remove(letter);
        return wasFirst ? Optional.ofNullable(queue.peek()) : Optional.empty();
    }

    boolean isEmpty() {
        return waiting.values().stream().allMatch(Deque::isEmpty);
    }
}
