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

    private final String name;
    private final History history;
    private final Map<UUID, TreeMap<Long, UUID>> sent = new HashMap<>();
    private final Map<UUID, Integer> ranks = new HashMap<>();

    OwnMessages(String name, History history) {
        this.name = name;
        this.history = history;
    }

    void sent(UUID conversation, UUID id, long sequence) {
        sent.computeIfAbsent(conversation, _ -> new TreeMap<>()).put(sequence, id);
        show(id, SENT);
    }

    void receipt(UUID conversation, long delivered, long read) {
        sent.getOrDefault(conversation, new TreeMap<>()).forEach((sequence, id) -> {
            if (sequence <= read) {
                show(id, READ);
            } else if (sequence <= delivered) {
                show(id, DELIVERED);
            }
        });
    }

    /// Writes down what is shown. A receipt that would take a status back is written down too, for the checker.
    private void show(UUID id, int rank) {
        Integer before = ranks.put(id, rank);
        if (before == null || before != rank) {
            history.add(new Event.Status(name, id, rank));
        }
    }
}
