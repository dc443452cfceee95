package io.chask;

import io.chask.conversation.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/// What wire/PROTOCOL.md says of marks (§4.3), for one conversation whose messages do not change: the whole of the rule
/// and nothing of how the server keeps it.
final class MarkModel {

    private final List<String> senders;
    private Mark visitor = Mark.NOWHERE;
    private final Map<UUID, Mark> agents = new HashMap<>();

    /// @param senders of the messages 1, 2, …: `user` or `agent`
    MarkModel(List<String> senders) {
        this.senders = List.copyOf(senders);
    }

    private record Mark(long delivered, long read) {
        static final Mark NOWHERE = new Mark(0, 0);

        Mark higher(Mark other) {
            return new Mark(Math.max(delivered, other.delivered), Math.max(read, other.read));
        }
    }

    long last() {
        return senders.size();
    }

    /// @param type `ack` or `read`
    void visitorMarks(String type, long sequence) {
        visitor = visitor.higher(mark(type, sequence));
    }

    /// @param type `ack` or `read`
    void agentMarks(UUID agent, String type, long sequence) {
        agents.merge(agent, mark(type, sequence), Mark::higher);
    }

    private Mark mark(String type, long sequence) {
        long clamped = Math.min(sequence, last());
        return new Mark(clamped, type.equals("read") ? clamped : 0);
    }

    Receipt seenByVisitor() {
        var furthest = agents.values().stream().reduce(Mark.NOWHERE, Mark::higher);
        return new Receipt(furthest.delivered(), furthest.read(), visitor.read());
    }

    Receipt seenByAgent(UUID agent) {
        return new Receipt(visitor.delivered(), visitor.read(), of(agent).read());
    }

    private Mark of(UUID agent) {
        return agents.getOrDefault(agent, Mark.NOWHERE);
    }

    /// Of each message, as an answer over HTTP gives it to this side; `viewer` is `user` or `agent`.
    List<String> statuses(String viewer, Receipt receipt) {
        return LongStream.rangeClosed(1, last())
                .mapToObj(sequence -> sender(sequence).equals(viewer)
                        ? status(sequence, receipt.delivered(), receipt.read())
                        : status(sequence, last(), receipt.ownRead()))
                .toList();
    }

    private static String status(long sequence, long delivered, long read) {
        if (sequence <= read) {
            return "read";
        }
        return sequence <= delivered ? "delivered" : "sent";
    }

    long unreadOf(String viewer, Receipt receipt) {
        return LongStream.rangeClosed(receipt.ownRead() + 1, last())
                .filter(sequence -> !sender(sequence).equals(viewer))
                .count();
    }

    private String sender(long sequence) {
        return senders.get((int) sequence - 1);
    }
}
