package io.chask.delivery;

import io.chask.conversation.Announcement;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Opening;
import io.chask.conversation.Receipt;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import io.chask.wire.ServerFrame.Status;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// Tells both sides of a conversation how far the other has come, at most once a second and conversation; and its
/// visitor at once when it was resolved or opened again.
final class ReceiptFeed {
    private record Key(ConversationId conversation, UUID visitor) {}

    private final Subscriptions subscriptions;
    private final Standings standings;
    private final ConversationList list;
    private final Executor threads;
    private final Coalescer<Key> pace;

    ReceiptFeed(
            Subscriptions subscriptions,
            DeliverySources sources,
            Duration interval,
            Executor threads,
            ScheduledExecutorService timer) {
        this.subscriptions = subscriptions;
        this.standings = new Standings(sources.marks(), sources.readReceipts());
        this.list = sources.list();
        this.threads = threads;
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
        restated(conversation, visitor);
        pace.touch(new Key(conversation, visitor));
    }

    /// A visitor's message that opens the conversation again is no change of its status by an agent.
    void posted(Announcement announcement) {
        if (announcement.opening() == Opening.REOPENED) {
            restated(announcement.conversation(), announcement.visitor());
        }
    }

    /// The conversation was resolved, or opened again. Not told again should it fail: the visitor's client asks for the
    /// list of his conversations whenever it has been away.
    void restated(ConversationId conversation, UUID visitor) {
        if (!subscriptions.ofVisitor(conversation.organization(), visitor).isEmpty()) {
            threads.execute(() -> tellStatus(conversation, visitor));
        }
    }

    private void tellStatus(ConversationId conversation, UUID visitor) {
        list.find(conversation, new Author.Visitor(visitor)).ifPresent(summary -> {
            var status = summary.status() == ConversationStatus.OPEN ? Status.OPEN : Status.RESOLVED;
            var receipt = summary.receipt();
            var frame = FrameEncoder.encode(new ServerFrame.Receipt(
                    conversation.value(), receipt.delivered(), receipt.read(), receipt.ownRead(), status));
            subscriptions.ofVisitor(conversation.organization(), visitor).forEach(receiver -> receiver.tell(frame));
        });
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
