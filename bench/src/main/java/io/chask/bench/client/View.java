package io.chask.bench.client;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What one session holds of one conversation. Not safe for several threads.
public final class View {

    /// A message as this session knows it.
    public record Held(UUID id, String sender, String content) {}

    private final TreeMap<Long, Held> messages = new TreeMap<>();
    private long cursor;

    /// Takes a message, in any order, any number of times.
    ///
    /// @throws IllegalStateException when another message stood at its sequence
    public void take(long sequence, Held held) {
        Held before = messages.putIfAbsent(sequence, held);
        if (before != null && !before.equals(held)) {
            throw new IllegalStateException("sequence " + sequence + " was " + before + " and is now " + held);
        }
        while (messages.containsKey(cursor + 1)) {
            cursor++;
        }
    }

    /// The highest N for which all of 1…N are held.
    public long cursor() {
        return cursor;
    }

    /// Whether something stands beyond a hole.
    public boolean hasHole() {
        return !messages.isEmpty() && messages.lastKey() > cursor;
    }

    /// Forgets everything, for a resume that was not recovered.
    public void drop() {
        messages.clear();
        cursor = 0;
    }

    /// By sequence.
    public Map<Long, Held> messages() {
        return Map.copyOf(messages);
    }
}
