package io.chask.bench.client;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the clients of a run saw, in the order in which each saw it. Safe for many threads.
public final class History {

    /// One thing a client did or saw.
    public sealed interface Event {

        /// Who: the participant's name.
        String who();

        /// A message was handed to the outbox.
        record Invoked(String who, UUID conversation, UUID id) implements Event {}

        /// `sent` came, or the own id was seen in `sync` or `message`.
        record Acknowledged(String who, UUID conversation, UUID id, long sequence) implements Event {}

        /// The server refused for good.
        record Refused(String who, UUID conversation, UUID id, String reason) implements Event {}

        /// A status of an own message as it was shown.
        record Status(String who, UUID id, int rank) implements Event {}

        /// An error that a page's owner would have been told.
        record Reported(String who, String code) implements Event {}
    }

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    /// Writes down.
    public void add(Event event) {
        events.add(event);
    }

    /// All so far.
    public List<Event> events() {
        return List.copyOf(events);
    }
}
