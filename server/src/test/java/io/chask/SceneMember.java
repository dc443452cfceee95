package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Receipt;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One stream of a [StatusScene], and what it has been told of the conversation so far.
final class SceneMember implements AutoCloseable {

    private static final long NEVER_TOLD = -1;

    private final StreamClient stream;
    private final UUID conversation;
    private final boolean full;
    private Receipt receipt = Receipt.NONE;
    private long listed;
    private long unread = NEVER_TOLD;

    /// @param full whether full messages and receipts are to come, or only rows of the list
    SceneMember(StreamClient stream, UUID conversation, boolean full) {
        this.stream = stream;
        this.conversation = conversation;
        this.full = full;
    }

    StreamClient stream() {
        return stream;
    }

    boolean isFull() {
        return full;
    }

    /// The row as it was loaded over HTTP after `welcome`.
    void load(long lastSequence, long unreadMessages) {
        listed = lastSequence;
        unread = unreadMessages;
    }

    void mark(String type, long sequence) {
        stream.mark(type, conversation, sequence);
    }

    void awaitReceipt(Receipt expected) {
        if (!receipt.equals(expected)) {
            stream.await(frame -> {
                hear(frame);
                return receipt.equals(expected);
            });
        }
    }

    void awaitRow(long lastSequence, long unreadMessages) {
        if (!rowIs(lastSequence, unreadMessages)) {
            stream.await(frame -> {
                hear(frame);
                return rowIs(lastSequence, unreadMessages);
            });
        }
    }

    private boolean rowIs(long lastSequence, long unreadMessages) {
        return listed == lastSequence && unread == unreadMessages;
    }

    /// Fails if the stream has been told anything else since.
    void staysAt(Receipt expected) {
        stream.untilPong().forEach(this::hear);
        assertThat(receipt).isEqualTo(expected);
    }

    void staysAtRow(long lastSequence, long unreadMessages) {
        stream.untilPong().forEach(this::hear);
        assertThat(listed).isEqualTo(lastSequence);
        assertThat(unread).isEqualTo(unreadMessages);
    }

    private void hear(JsonNode frame) {
        if (!frame.at("/conversation").asString("").equals(conversation.toString())) {
            return;
        }
        var type = frame.at("/type").asString();
        if (!full) {
            assertThat(type).as("all that comes to who does not watch").isEqualTo("inbox");
        }
        switch (type) {
            case "receipt" -> hearReceipt(frame);
            case "inbox" -> {
                listed = frame.at("/lastSequence").asLong();
                unread = frame.at("/unread").asLong();
            }
            default -> {
                // Messages are other tests' matter.
            }
        }
    }

    private void hearReceipt(JsonNode frame) {
        var told = new Receipt(
                frame.at("/delivered").asLong(),
                frame.at("/read").asLong(),
                frame.at("/ownRead").asLong());
        assertThat(told.read()).as("read implies delivered: " + told).isLessThanOrEqualTo(told.delivered());
        var highest = new Receipt(
                Math.max(told.delivered(), receipt.delivered()),
                Math.max(told.read(), receipt.read()),
                Math.max(told.ownRead(), receipt.ownRead()));
        assertThat(told).as("never backwards").isEqualTo(highest);
        receipt = told;
    }

    @Override
    public void close() {
        stream.close();
    }
}
