package io.chask.bench.client;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// What the clients of a run saw, in the order in which each saw it, and when. Safe for many threads.
public final class History {

    /// One thing a client did or saw.
    public sealed interface Event {

        /// Who: the participant's name.
        String who();

        /// A message was handed to the outbox.
        record Invoked(String who, UUID conversation, UUID id) implements Event {}

        /// `send` was about to be written to a connection; `connection` is unlike any other of the run.
        record Attempted(String who, UUID id, UUID connection) implements Event {}

        /// `sent` came.
        record Answered(String who, UUID id, UUID connection, Answer answer) implements Event {}

        /// A `sent` that the proxy read from the server and kept from the client.
        record Swallowed(String who, UUID id, Answer answer) implements Event {}

        /// `sent` came, or the own id was seen in `sync` or `message`.
        record Acknowledged(String who, UUID conversation, UUID id, long sequence) implements Event {}

        /// The server refused for the moment.
        record Postponed(String who, UUID id, String reason) implements Event {}

        /// The server refused for good.
        record Refused(String who, UUID conversation, UUID id, String reason) implements Event {}

        /// A status of an own message as it was shown.
        record Status(String who, UUID id, int rank) implements Event {}

        /// Two different messages came for one place.
        record Contradicted(String who, UUID conversation, String how) implements Event {}

        /// An error that a page's owner would have been told.
        record Reported(String who, String code) implements Event {}
    }

    /// What a `sent` says.
    public record Answer(long sequence, String timestamp, boolean duplicate) {}

    /// An event and when it was written down, by [System#nanoTime].
    public record Entry(long nanos, Event event) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final LongSupplier nanos;
    private final LongAdder answers = new LongAdder();

    /// Of the machine's clock.
    public History() {
        this(System::nanoTime);
    }

    /// @param nanos monotonic time
    public History(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Writes down.
    public void add(Event event) {
        entries.add(new Entry(nanos.getAsLong(), event));
        if (event instanceof Event.Answered) {
            answers.increment();
        }
    }

    /// All so far, with their times.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// How many messages were answered by now.
    public long answers() {
        return answers.sum();
    }

    /// All so far.
    public List<Event> events() {
        return entries.stream().map(Entry::event).toList();
    }
}
