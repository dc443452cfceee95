package io.chask.delivery;

import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Receipt;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// Tells both sides of a conversation how far the other has come, at most once a second and conversation.
final class ReceiptFeed {
    private record Key(ConversationId conversation, UUID visitor) {}

    private final Subscriptions subscriptions;
    private final Standings standings;
    private final Coalescer<Key> pace;

    ReceiptFeed(
            Subscriptions subscriptions,
            Standings standings,
            Duration interval,
            Executor threads,
            ScheduledExecutorService timer) {
        this.subscriptions = subscriptions;
        this.standings = standings;
        this.pace = new Coalescer<>(interval, threads, timer, this::tell);
    }

    void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        standings.raise(conversation, reader, delivered, read);
        pace.touch(new Key(conversation, visitor));
    }

    /// A mark as the database has it: told unless it is known here.
    ///
    /// @return false when it is known
    boolean found(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        if (!standings.raise(conversation, reader, delivered, read)) {
            return false;
        }
        pace.touch(new Key(conversation, visitor));
        return true;
    }

    void changed(ConversationId conversation, UUID visitor) {
        standings.forget(conversation);
        pace.touch(new Key(conversation, visitor));
    }

    private void tell(Key key) {
        tell(key.conversation(), subscriptions.ofVisitor(key.conversation().organization(), key.visitor()));
        tell(key.conversation(), subscriptions.watchers(key.conversation()));
    }

    private void tell(ConversationId conversation, List<Subscription> receivers) {
        for (var receiver : receivers) {
            var receipt = standings.receipt(conversation, receiver.connection().reader());
            receiver.tell(FrameEncoder.encode(frame(conversation, receipt)));
        }
    }

    private static ServerFrame frame(ConversationId conversation, Receipt receipt) {
        return new ServerFrame.Receipt(conversation.value(), receipt.delivered(), receipt.read(), receipt.ownRead());
    }
}
