package io.chask.delivery;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Marks;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.conversation.Receipt;
import io.chask.wire.CloseCode;
import io.chask.wire.Resume;
import io.chask.wire.ServerFrame;
import io.chask.wire.ServerFrame.ConversationPosition;
import io.chask.wire.WireMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes what a client has missed (wire/PROTOCOL.md §5), in parts, each when the last has left. Blocks: only for
/// virtual
/// threads. Whether the reader may see the conversations has been settled before.
public final class Replay {
    /// Longest gap that is replayed; beyond it the client reloads.
    static final int MAX_GAP = 300;
    /// Bytes after which a part ends, well below the limit of a server frame.
    private static final int PART_BYTES = 128 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MessageLog log;
    private final Marks marks;
    private final ReadReceipts readReceipts;
    private final MessageViews views;
    private final UUID epoch;

    /// @param epoch identity of the database
    public Replay(DeliverySources sources, UUID epoch) {
        this.log = sources.log();
        this.marks = sources.marks();
        this.readReceipts = sources.readReceipts();
        this.views = sources.views();
        this.epoch = epoch;
    }

    /// After `welcome`: `sync` for each conversation that is behind the cursors, and the marks as they stand.
    ///
    /// @param conversations where each conversation of the visitor stands, read after the subscription was added
    public void resume(Subscription subscription, List<ConversationPosition> conversations, Resume resume) {
        boolean sameHistory = resume.epoch().equals(epoch);
        for (var conversation : conversations) {
            long cursor = resume.cursors().getOrDefault(conversation.id(), 0L);
            if (!sameHistory) {
                refuse(subscription, conversation);
            } else if (cursor == conversation.lastSequence()) {
                subscription.written(conversation.id(), cursor);
            } else {
                replay(subscription, conversation, cursor);
            }
        }
        receipts(
                subscription,
                conversations.stream().map(ConversationPosition::id).toList());
    }

    /// Answers `catchup` and `watch`: always at least one `sync`.
    public void catchUp(Subscription subscription, ConversationPosition conversation, long after) {
        replay(subscription, conversation, after);
        receipts(subscription, List.of(conversation.id()));
    }

    private void replay(Subscription subscription, ConversationPosition conversation, long after) {
        long last = conversation.lastSequence();
        if (after > last || last - after > MAX_GAP) {
            refuse(subscription, conversation);
            return;
        }
        var id = new ConversationId(subscription.connection().organization(), conversation.id());
        var missed = last == after ? List.<Message>of() : log.after(id, after, MAX_GAP);
        var messages = view(subscription, missed);
        // The log may have grown since the position was read.
        long upTo =
                messages.isEmpty() ? last : Math.max(last, messages.getLast().sequence());
        write(subscription, conversation.id(), messages, upTo);
        subscription.written(conversation.id(), upTo);
    }

    private List<WireMessage> view(Subscription subscription, List<Message> messages) {
        return switch (subscription.connection().reader()) {
            case Author.Visitor _ -> views.forVisitor(messages);
            case Author.Agent _ -> views.forAgents(messages);
        };
    }

    private static void refuse(Subscription subscription, ConversationPosition conversation) {
        subscription
                .connection()
                .send(new ServerFrame.Sync(conversation.id(), List.of(), conversation.lastSequence(), false, false));
        // The client reloads by REST: what is held up to here would reach it twice.
        subscription.written(conversation.id(), conversation.lastSequence());
    }

    private static void write(Subscription subscription, UUID conversation, List<WireMessage> messages, long upTo) {
        var connection = subscription.connection();
        var part = new ArrayList<WireMessage>();
        int bytes = 0;
        for (var message : messages) {
            int size = bytesAtMost(message);
            if (!part.isEmpty() && bytes + size > PART_BYTES) {
                connection.send(
                        new ServerFrame.Sync(conversation, part, part.getLast().sequence(), true, true));
                if (!drained(connection)) {
                    return;
                }
                part.clear();
                bytes = 0;
            }
            part.add(message);
            bytes += size;
        }
        connection.send(new ServerFrame.Sync(conversation, part, upTo, true, false));
    }

    /// Every UTF-16 unit takes at most six bytes (`\u001f`), every other member fits the rest.
    private static int bytesAtMost(WireMessage message) {
        int size = 1_000 + 6 * message.content().length();
        for (var attachment : message.attachments()) {
            size += 500 + 6 * (attachment.name().length() + attachment.url().length());
        }
        return size;
    }

    private static boolean drained(Connection connection) {
        try {
            if (connection.awaitDrained(PATIENCE)) {
                return true;
            }
            connection.close(CloseCode.SLOW_CONSUMER);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void receipts(Subscription subscription, List<UUID> conversations) {
        var connection = subscription.connection();
        var ids = conversations.stream()
                .map(id -> new ConversationId(connection.organization(), id))
                .toList();
        Map<ConversationId, Receipt> standing = ids.isEmpty() ? Map.of() : marks.receipts(ids, connection.reader());
        standing.forEach(
                (id, receipt) -> connection.send(frame(id, readReceipts.shown(connection.organization(), receipt))));
    }

    private static ServerFrame frame(ConversationId id, Receipt receipt) {
        return new ServerFrame.Receipt(id.value(), receipt.delivered(), receipt.read(), receipt.ownRead());
    }
}
