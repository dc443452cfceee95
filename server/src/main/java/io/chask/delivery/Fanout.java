package io.chask.delivery;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Message;
import io.chask.wire.CloseCode;
import io.chask.wire.FrameEncoder;
import io.chask.wire.Sender;
import io.chask.wire.ServerFrame;
import io.chask.wire.WireMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells everyone concerned what has been committed: messages to the visitor and to agents who watch, rows of the list
/// to all agents of the organization, marks, typing and presence. Never blocks its callers.
public final class Fanout implements Announcer, AutoCloseable {
    private static final int LANES = 2;
    private static final int LANE_CAPACITY = 32_768;
    /// wire/PROTOCOL.md §4.3; rows of the list are held to the same pace.
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Subscriptions subscriptions;
    private final DeliverySources sources;
    private final Bus bus;
    private final OwnSends ownSends = new OwnSends();
    private final DeliveryLanes lanes = new DeliveryLanes(LANES, LANE_CAPACITY);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("delivery-timer").factory());
    private final ReceiptFeed receipts;
    private final InboxFeed inbox;
    private final Presence presence;
    private final Positions positions = new Positions();

    /// Begins to deliver.
    public Fanout(Subscriptions subscriptions, DeliverySources sources, Bus bus) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.bus = bus;
        this.receipts = new ReceiptFeed(
                subscriptions, new Standings(sources.marks(), sources.readReceipts()), PACE, threads, timer);
        this.inbox = new InboxFeed(subscriptions, sources, PACE, threads, timer);
        this.presence = new Presence(subscriptions, bus, timer);
        bus.listen(new RemoteSignals(this, presence));
    }

    OwnSends ownSends() {
        return ownSends;
    }

    @Override
    public void posted(Announcement announcement) {
        var message = announcement.message();
        var sender = ownSends.end(announcement.conversation(), message.id());
        boolean taken = lanes.offer(announcement.conversation(), () -> {
            deliver(message, announcement.visitor(), sender);
            inbox.posted(announcement);
            bus.publish(
                    new Bus.Signal.Advanced(announcement.conversation(), announcement.visitor(), message.sequence()));
        });
        if (!taken) {
            interrupt(announcement.conversation(), announcement.visitor());
        }
    }

    /// Delivery is further behind than it may be: whoever would have been told resumes instead.
    private void interrupt(ConversationId conversation, UUID visitor) {
        subscriptions
                .ofVisitor(conversation.organization(), visitor)
                .forEach(subscription -> subscription.connection().close(CloseCode.SLOW_CONSUMER));
        subscriptions
                .watchers(conversation)
                .forEach(subscription -> subscription.connection().close(CloseCode.SLOW_CONSUMER));
    }

    private void deliver(Message message, UUID visitor, @Nullable UUID sender) {
        var conversation = message.conversation();
        positions.raise(conversation, message.sequence());
        deliver(
                message,
                subscriptions.ofVisitor(conversation.organization(), visitor),
                sender,
                sources.views()::forVisitor);
        deliver(message, subscriptions.watchers(conversation), sender, sources.views()::forAgents);
    }

    /// One encoding for all receivers of one side.
    private static void deliver(
            Message message,
            List<Subscription> receivers,
            @Nullable UUID sender,
            Function<List<Message>, List<WireMessage>> view) {
        if (receivers.isEmpty()
                || (receivers.size() == 1
                        && receivers.getFirst().connection().id().equals(sender))) {
            return;
        }
        var seen = view.apply(List.of(message)).getFirst();
        var conversation = message.conversation().value();
        var frame = FrameEncoder.encode(new ServerFrame.Message(conversation, seen));
        for (var receiver : receivers) {
            if (!receiver.connection().id().equals(sender)) {
                receiver.deliver(conversation, message.sequence(), frame);
            }
        }
    }

    @Override
    public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        receipts.marked(conversation, visitor, reader, delivered, read);
        if (reader instanceof Author.Agent agent) {
            inbox.read(conversation, agent, read);
        }
        bus.publish(new Bus.Signal.Changed(conversation, visitor));
    }

    @Override
    public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {
        inbox.changed(conversation);
        bus.publish(new Bus.Signal.Changed(conversation, visitor));
    }

    /// The visitor's name or e-mail has changed: the rows of his conversations show it.
    public void visitorChanged(UUID organization, UUID visitor) {
        threads.execute(() -> sources.list()
                .ofVisitor(organization, visitor, 50)
                .forEach(conversation -> inbox.changed(conversation.id())));
    }

    /// Somebody is typing, or has stopped: told to the other side, and to agents who watch.
    ///
    /// @param visitor whose conversation it is
    /// @param name of an agent, as visitors may see it
    public void typing(
            Connection from, ConversationId conversation, UUID visitor, boolean active, @Nullable String name) {
        var side = from.reader() instanceof Author.Visitor ? Sender.USER : Sender.AGENT;
        var author = new TypingAuthor(side, from.id(), name);
        typing(conversation, visitor, active, author);
        bus.publish(new Bus.Signal.Typing(conversation, visitor, active, author));
    }

    void typing(ConversationId conversation, UUID visitor, boolean active, TypingAuthor author) {
        var frame =
                FrameEncoder.encode(new ServerFrame.Typing(conversation.value(), active, author.from(), author.name()));
        if (author.from() == Sender.AGENT) {
            subscriptions.ofVisitor(conversation.organization(), visitor).forEach(receiver -> receiver.tell(frame));
        }
        for (var receiver : subscriptions.watchers(conversation)) {
            if (!receiver.connection().id().equals(author.connection())) {
                receiver.tell(frame);
            }
        }
    }

    /// Whether an agent of the organization is connected to any node.
    public boolean agentAvailable(UUID organization) {
        return presence.available(organization);
    }

    /// Another node has committed: what stands between its sequence and ours is read and told.
    void advanced(ConversationId conversation, UUID visitor, long lastSequence) {
        lanes.offer(conversation, () -> {
            long known = positions.of(conversation, lastSequence - 1);
            if (lastSequence <= known) {
                return;
            }
            for (var message : sources.log().after(conversation, known, Replay.MAX_GAP)) {
                deliver(message, visitor, null);
            }
            inbox.changed(conversation);
        });
    }

    /// Another node has changed marks or status.
    void changed(ConversationId conversation, UUID visitor) {
        receipts.changed(conversation, visitor);
        inbox.changed(conversation);
    }

    /// Stops delivering.
    @Override
    public void close() {
        lanes.stop();
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
