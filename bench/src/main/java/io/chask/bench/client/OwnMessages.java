package io.chask.bench.client;

import io.chask.bench.client.History.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The statuses of a participant's own messages, as receipts move them. Not safe for several threads.
final class OwnMessages {

    /// Ranks of a status: 1 sent, 2 delivered, 3 read.
    private static final int SENT = 1;
    private static final int DELIVERED = 2;
    private static final int READ = 3;

    /// How far the other side has come, as the last receipt said.
    private record Marks(long delivered, long read) {

        static final Marks NONE = new Marks(0, 0);

        int rank(long sequence) {
            if (sequence <= read) {
                return READ;
            }
            return sequence <= delivered ? DELIVERED : SENT;
        }
    }

    private final String name;
    private final History history;
    private final Map<UUID, TreeMap<Long, UUID>> sent = new HashMap<>();
    private final Map<UUID, Marks> marks = new HashMap<>();
    private final Map<UUID, Integer> ranks = new HashMap<>();
    private int unread;

    OwnMessages(String name, History history) {
        this.name = name;
        this.history = history;
    }

    void sent(UUID conversation, UUID id, long sequence) {
        sent.computeIfAbsent(conversation, _ -> new TreeMap<>()).put(sequence, id);
        // A receipt may have come before the own message was known to be stored.
        show(id, marks.getOrDefault(conversation, Marks.NONE).rank(sequence));
    }

    void receipt(UUID conversation, long delivered, long read) {
        var now = new Marks(delivered, read);
        var before = marks.put(conversation, now);
        long unchanged = before == null ? 0 : Math.min(before.read(), now.read());
        sent.getOrDefault(conversation, new TreeMap<>())
                .tailMap(unchanged, false)
                .forEach((sequence, id) -> show(id, now.rank(sequence)));
    }

    /// Own messages that are not shown as read.
    int unread() {
        return unread;
    }

    /// Which own messages are not shown as read, and what the last receipts said.
    String standing() {
        var late = new TreeMap<Long, Integer>();
        sent.values()
                .forEach(all -> all.forEach((sequence, id) -> {
                    int rank = ranks.getOrDefault(id, 0);
                    if (rank != READ) {
                        late.put(sequence, rank);
                    }
                }));
        return "ranks by sequence " + late + ", " + marks.values();
    }

    /// Writes down what is shown. A receipt that would take a status back is written down too, for the checker.
    private void show(UUID id, int rank) {
        Integer before = ranks.put(id, rank);
        if (before != null && before == rank) {
            return;
        }
        unread += (rank == READ ? 0 : 1) - (before == null || before == READ ? 0 : 1);
        history.add(new Event.Status(name, id, rank));
    }
}
