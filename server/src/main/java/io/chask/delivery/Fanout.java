package io.chask.delivery;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Changes;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Message;
import io.chask.wire.CloseCode;
import io.chask.wire.FrameEncoder;
import io.chask.wire.Sender;
import io.chask.wire.ServerFrame;
import io.chask.wire.ServerFrame.ConversationPosition;
import io.chask.wire.ViewingState;
import io.chask.wire.WireMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells everyone concerned what has been committed: messages to the visitor and to agents who watch, rows of the list
/// to all agents of the organization, marks, typing and presence. Never blocks its callers.
public final class Fanout implements Announcer, AutoCloseable {
    /// Messages told again by a position check where nothing is known of a conversation. Clients drop what they have.
    private static final int UNKNOWN = 20;
    /// wire/PROTOCOL.md §4.3; rows of the list are held to the same pace.
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Subscriptions subscriptions;
    private final DeliverySources sources;
    private final Bus bus;
    private final OwnSends ownSends = new OwnSends();
    private final DeliveryLanes lanes = new DeliveryLanes();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("delivery-timer").factory());
    private final ReceiptFeed receipts;
    private final InboxFeed inbox;
    private final PresenceFeed presence;
    private final TypingFeed typing;
    private final Positions positions = new Positions();
    private volatile Consumer<ConversationId> renamed = _ -> {};

    /// Begins to deliver.
    public Fanout(Subscriptions subscriptions, DeliverySources sources, Bus bus) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.bus = bus;
        this.receipts = new ReceiptFeed(subscriptions, sources, PACE, threads, timer);
        this.inbox = new InboxFeed(subscriptions, sources, PACE, threads, timer);
        this.presence = new PresenceFeed(subscriptions, bus);
        this.typing = new TypingFeed(subscriptions, sources.typingSigns());
        bus.listen(new RemoteSignals(this, subscriptions));
    }

    OwnSends ownSends() {
        return ownSends;
    }

    @Override
    public void posted(Announcement announcement) {
        var message = announcement.message();
        var sender = ownSends.end(announcement.conversation(), message.id());
        boolean taken = lanes.offer(announcement.conversation(), () -> tell(announcement, sender));
        if (!taken) {
            interrupt(announcement.conversation(), announcement.visitor());
        }
    }

    /// A message that cannot be delivered now, because its view cannot be made, is told with the next one or by the
    /// next position check; the others are told of it all the same.
    private void tell(Announcement announcement, @Nullable UUID sender) {
        var message = announcement.message();
        try {
            fillHole(message, announcement.visitor());
            deliver(message, announcement.visitor(), sender);
        } finally {
            inbox.posted(announcement);
            receipts.posted(announcement);
            bus.publish(
                    new Bus.Signal.Advanced(announcement.conversation(), announcement.visitor(), message.sequence()));
        }
    }

    /// What was committed elsewhere, or could not be told, comes first.
    private void fillHole(Message message, UUID visitor) {
        var conversation = message.conversation();
        long before = message.sequence() - 1;
        long known = positions.of(conversation, before);
        if (known < before) {
            catchUp(conversation, visitor, known, before);
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
        deliver(
                message,
                subscriptions.ofVisitor(conversation.organization(), visitor),
                sender,
                sources.views()::forVisitor);
        deliver(message, subscriptions.watchers(conversation), sender, sources.views()::forAgents);
        // Last: what failed before is told again.
        positions.raise(conversation, message.sequence());
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

    /// Read from the log, as what another node has written: the one way by which everyone is told in order.
    @Override
    public void changed(ConversationId conversation, UUID visitor, long sequence) {
        advance(conversation, visitor, sequence, 1);
        bus.publish(new Bus.Signal.Advanced(conversation, visitor, sequence));
    }

    @Override
    public void marked(ConversationId conversation, UUID visitor, Reader reader, long delivered, long read) {
        receipts.marked(conversation, visitor, reader, delivered, read);
        // What was only received changes no row of the list.
        if (reader instanceof Author.Agent agent && read > 0) {
            inbox.read(conversation, agent, read);
        }
        bus.publish(new Bus.Signal.Changed(conversation, visitor));
    }

    @Override
    public void statusChanged(ConversationId conversation, UUID visitor, ConversationStatus status) {
        receipts.restated(conversation, visitor);
        workChanged(conversation, visitor);
    }

    /// Something of what agents do with the conversation has changed: assignee, rest, tags, notes.
    public void workChanged(ConversationId conversation, UUID visitor) {
        inbox.changed(conversation);
        bus.publish(new Bus.Signal.Changed(conversation, visitor));
    }

    /// The visitor's name or e-mail has changed: the rows of his conversations show it.
    public void visitorChanged(UUID organization, UUID visitor) {
        threads.execute(() -> {
            sources.profiles().changed(organization, visitor);
            sources.list().ofVisitor(organization, visitor, 50).forEach(conversation -> {
                inbox.changed(conversation.id());
                renamed.accept(conversation.id());
            });
        });
    }

    /// Told of the newest conversations of a visitor whose name or e-mail has changed on this node; one that was opened
    /// meanwhile, of which the change itself could not know, is among them. Must not block.
    public void onRenamed(Consumer<ConversationId> listener) {
        renamed = listener;
    }

    /// Somebody is typing, or has stopped: told to the other side where that is shown, and to an agent's colleagues.
    ///
    /// @param visitor whose conversation it is
    /// @param name of an agent, as visitors may see it
    public void typing(
            Connection from, ConversationId conversation, UUID visitor, boolean active, @Nullable String name) {
        var side = from.reader() instanceof Author.Visitor ? Sender.USER : Sender.AGENT;
        var author = new TypingAuthor(side, from.id(), name);
        typing.tell(conversation, visitor, active, author);
        bus.publish(new Bus.Signal.Typing(conversation, visitor, active, author));
    }

    /// Who is writing, as other nodes have it.
    TypingFeed typing() {
        return typing;
    }

    /// An agent looks at the conversation, writes in it, or has left it: told to his colleagues who watch it.
    public void viewing(ConversationId conversation, ViewingAgent agent, ViewingState state) {
        subscriptions.viewing(conversation, agent, state);
        bus.publish(new Bus.Signal.Viewing(conversation, agent, state));
    }

    /// Who of the agents is there, told and heard.
    public PresenceFeed presence() {
        return presence;
    }

    /// Another node has committed: what stands between its sequence and ours is read and told.
    void advanced(ConversationId conversation, UUID visitor, long lastSequence) {
        advance(conversation, visitor, lastSequence, 1);
    }

    /// The database has these messages: told unless they were told here.
    void found(Changes.Advanced found) {
        advance(found.conversation(), found.visitor(), found.lastSequence(), UNKNOWN);
    }

    /// @param unknown how many messages are told again where nothing is known of the conversation
    private void advance(ConversationId conversation, UUID visitor, long lastSequence, long unknown) {
        long fallback = Math.max(0, lastSequence - unknown);
        if (lastSequence <= positions.of(conversation, fallback)) {
            return;
        }
        lanes.offer(conversation, () -> {
            long known = positions.of(conversation, fallback);
            if (known < lastSequence) {
                catchUp(conversation, visitor, known, lastSequence);
                inbox.changed(conversation);
            }
        });
    }

    private void catchUp(ConversationId conversation, UUID visitor, long known, long lastSequence) {
        if (subscriptions.hearers(conversation, visitor) == 0) {
            positions.raise(conversation, lastSequence);
        } else if (lastSequence - known > Replay.MAX_GAP) {
            interrupt(conversation, visitor);
            positions.raise(conversation, lastSequence);
        } else {
            for (var message : sources.log().after(conversation, known, (int) (lastSequence - known))) {
                deliver(message, visitor, null);
            }
        }
    }

    /// A connection has begun with these conversations, and been told where they stand. What follows is compared with
    /// that; but only where nobody else hears of the conversation here, who may have been told less.
    public void begun(UUID organization, UUID visitor, List<ConversationPosition> conversations) {
        for (var each : conversations) {
            var conversation = new ConversationId(organization, each.id());
            if (subscriptions.hearers(conversation, visitor) == 1) {
                positions.begin(conversation, each.lastSequence());
            }
        }
    }

    /// The database has this mark: told unless it is known here.
    void found(Changes.Marked found) {
        var reader = found.reader();
        boolean news = receipts.found(found.conversation(), found.visitor(), reader, found.delivered(), found.read());
        if (news && reader instanceof Author.Agent agent) {
            inbox.read(found.conversation(), agent, found.read());
        }
    }

    /// The database has a changed status, or a changed message.
    void found(Changes.Restated found) {
        advance(found.conversation(), found.visitor(), found.lastSequence(), 1);
        receipts.restated(found.conversation(), found.visitor());
        inbox.changed(found.conversation());
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
        typing.close();
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
