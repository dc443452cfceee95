package io.chask.follow;

import io.chask.conversation.ConversationId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Conversations that wait for a follower. Organizations take turns, so one's flood does not hold up the others. Not
/// thread-safe.
final class Backlog {

    private final int capacity;
    private final SequencedMap<UUID, SequencedMap<UUID, Boolean>> organizations = new LinkedHashMap<>();
    private int size;

    /// What is to be done in one step.
    ///
    /// @param conversations each with its mark
    record Turn(UUID organization, Map<UUID, Boolean> conversations) {}

    /// @param capacity conversations it can hold
    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /// False when there is no room for it.
    ///
    /// @param mark once true it stays so until the conversation is taken
    boolean add(ConversationId conversation, boolean mark) {
        if (size >= capacity) {
            return false;
        }
        var waiting = organizations.computeIfAbsent(conversation.organization(), _ -> new LinkedHashMap<>());
        int before = waiting.size();
        waiting.merge(conversation.value(), mark, Boolean::logicalOr);
        size += waiting.size() - before;
        return true;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Takes the longest waiting conversations of the organization whose turn it is; what it has left waits for its
    /// next turn. Null when nothing waits.
    @Nullable
    Turn take(int most) {
        var next = organizations.pollFirstEntry();
        if (next == null) {
            return null;
        }
        var waiting = next.getValue();
        Map<UUID, Boolean> taken = new LinkedHashMap<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            var first = waiting.pollFirstEntry();
            taken.put(first.getKey(), first.getValue());
        }
        size -= taken.size();
        if (!waiting.isEmpty()) {
            organizations.putLast(next.getKey(), waiting);
        }
        return new Turn(next.getKey(), taken);
    }
}
