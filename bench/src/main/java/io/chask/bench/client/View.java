package io.chask.bench.client;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What one session holds of one conversation. Not safe for several threads.
public final class View {

    /// A message as this session knows it.
    public record Held(UUID id, String sender, String content, String timestamp) {}

    private final TreeMap<Long, Held> messages = new TreeMap<>();
    private long cursor;

    /// Takes a message, in any order, any number of times; says what is wrong when another one stood at its sequence.
    public Optional<String> take(long sequence, Held held) {
        Held before = messages.putIfAbsent(sequence, held);
        while (messages.containsKey(cursor + 1)) {
            cursor++;
        }
        return before == null || before.equals(held)
                ? Optional.empty()
                : Optional.of("sequence " + sequence + " was " + before + " and is now " + held);
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
