package io.chask.delivery;

import io.chask.conversation.Author;
import io.chask.conversation.Message;
import io.chask.wire.Sender;
import io.chask.wire.ServerFrame;
import io.chask.wire.WireAuthor;
import io.chask.wire.WireHistory;
import io.chask.wire.WireMessage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One node's delivery over a store in memory.
final class TestNode implements AutoCloseable {
    static final UUID EPOCH = UUID.randomUUID();

    final MemoryStore store;
    final DeliverySources sources;
    final Subscriptions subscriptions = new Subscriptions();
    final Fanout fanout;
    final Replay replay;
    final PositionCheck check;
    /// While set, no message can be shown.
    volatile boolean blind;
    private final Semaphore unshown = new Semaphore(0);
    /// Whether the organization shows who is writing.
    volatile boolean showsTyping = true;

    TestNode(MemoryStore store, Bus bus) {
        this.store = store;
        var views = new Views();
        sources = new DeliverySources(
                store,
                store,
                store.marks,
                _ -> true,
                _ -> showsTyping,
                views,
                (_, visitor) -> new ServerFrame.InboxVisitor(visitor, "Grace", null),
                (conversation, _) ->
                        new ServerFrame.InboxWork(conversation.listedAt(), null, null, null, List.of(), 0, 0, false));
        fanout = new Fanout(subscriptions, sources, bus);
        check = new PositionCheck(subscriptions, fanout, store, System::nanoTime);
        replay = new Replay(sources, EPOCH);
    }

    static TestNode alone() {
        var store = new MemoryStore();
        var node = new TestNode(store, new InProcessBus().join());
        store.announceTo(node.fanout);
        return node;
    }

    /// Waits until a message could not be shown.
    void awaitUnshown() throws InterruptedException {
        if (!unshown.tryAcquire(60, TimeUnit.SECONDS)) {
            throw new AssertionError("all could be shown");
        }
    }

    /// A visitor's connection that gets everything at once.
    TestConnection visitor() {
        return connect(new Author.Visitor(store.visitor));
    }

    TestConnection agent(UUID agent) {
        return connect(new Author.Agent(agent));
    }

    private TestConnection connect(Author.Reader reader) {
        var connection = new TestConnection(store.organization, reader);
        subscriptions.add(connection).release();
        return connection;
    }

    Subscription subscription(TestConnection connection) {
        return switch (connection.reader()) {
            case Author.Visitor(var visitor) -> find(subscriptions.ofVisitor(store.organization, visitor), connection);
            case Author.Agent _ -> find(subscriptions.agents(store.organization), connection);
        };
    }

    private static Subscription find(List<Subscription> among, TestConnection connection) {
        return among.stream()
                .filter(each -> each.connection() == connection)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        fanout.close();
    }

    private final class Views implements MessageViews {
        @Override
        public List<WireMessage> forVisitor(List<Message> messages) {
            return view(messages, false);
        }

        @Override
        public List<WireMessage> forAgents(List<Message> messages) {
            return view(messages, true);
        }

        private List<WireMessage> view(List<Message> messages, boolean forAgents) {
            if (blind) {
                unshown.release();
                throw new IllegalStateException("the database does not answer");
            }
            return messages.stream().map(message -> view(message, forAgents)).toList();
        }

        private static WireMessage view(Message message, boolean forAgents) {
            boolean named = forAgents || message.author() instanceof Author.Agent;
            return new WireMessage(
                    message.id(),
                    message.sequence(),
                    Sender.valueOf(message.author().sender().name()),
                    named
                            ? new WireAuthor(
                                    Objects.requireNonNull(message.author().id()), "Name", null, WireAuthor.Kind.HUMAN)
                            : null,
                    message.content(),
                    message.timestamp(),
                    List.of(),
                    WireHistory.NONE,
                    null);
        }
    }
}
