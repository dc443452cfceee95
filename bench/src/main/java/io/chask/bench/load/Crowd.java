package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.server.Visitor;
import io.chask.bench.stream.Frame;
import io.chask.bench.stream.StreamSocket;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Many idle visitors. Each keeps one connection with a ping every 25 s, and comes back after a cut as PROTOCOL.md §8
/// says: `0.5 s + random(0, min(20 s, 0.5 s · 2^n))`. Each has one conversation with one message, which it has missed
/// whenever it comes back.
@SuppressWarnings("FutureReturnValueIgnored") // what fails on the loop is heard as a closed connection
final class Crowd {

    private final Target target;
    private final Network network;
    private final RandomGenerator random;
    private final List<Member> members = new ArrayList<>();
    /// Who is not there yet. A set, not a count: one who is cut twice is waited for once.
    private final Set<Member> waiting = new HashSet<>();
    private CountDownLatch all = new CountDownLatch(0);

    Crowd(Target target, Network network, RandomGenerator random) {
        this.target = target;
        this.network = network;
        this.random = random;
    }

    /// Connects more members and waits until all are welcomed and have their conversation.
    void join(List<Visitor> visitors, Duration patience) throws InterruptedException {
        network.on(() -> {
            all = new CountDownLatch(1);
            for (Visitor visitor : visitors) {
                var member = new Member(visitor, conversation());
                members.add(member);
                waiting.add(member);
                member.connect();
            }
            return true;
        });
        await(patience);
    }

    /// Cuts every connection at once; gives the time until all have what they missed.
    Duration cutAll(Duration patience) throws InterruptedException {
        long start = network.on(() -> {
            all = new CountDownLatch(1);
            waiting.addAll(members);
            members.forEach(Member::cut);
            return System.nanoTime();
        });
        await(patience);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private UUID conversation() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private void there(Member member) {
        if (waiting.remove(member) && waiting.isEmpty()) {
            all.countDown();
        }
    }

    private void await(Duration patience) throws InterruptedException {
        if (!all.await(patience.toSeconds(), TimeUnit.SECONDS)) {
            int missing = network.on(waiting::size);
            throw new IllegalStateException(missing + " connections were not there within " + patience);
        }
    }

    int size() {
        return members.size();
    }

    /// One visitor's page.
    private final class Member implements StreamSocket.Listener {

        private final Visitor visitor;
        private final UUID conversation;
        private StreamSocket socket;
        private int attempt;
        private boolean begun;

        Member(Visitor visitor, UUID conversation) {
            this.visitor = visitor;
            this.conversation = conversation;
            this.socket = fresh();
        }

        private StreamSocket fresh() {
            return new StreamSocket(target.host(), visitor.origin(), this);
        }

        void connect() {
            network.connect(target, socket).addListener(done -> {
                if (!done.isSuccess()) {
                    again();
                }
            });
        }

        void cut() {
            socket.cut();
        }

        @Override
        public void opened(StreamSocket opened) {
            opened.send(Frame.hello(visitor.token(), visitor.epoch(), conversation, 0));
        }

        @Override
        public void text(StreamSocket from, ByteBuf frame) {
            switch (Frame.type(frame)) {
                case "welcome" -> {
                    attempt = 0;
                    ping(from);
                    if (!begun) {
                        from.send(Frame.send(conversation, conversation, "Hello"));
                    }
                }
                case "sent" -> {
                    begun = true;
                    there(this);
                }
                case "sync" -> there(this);
                default -> {}
            }
        }

        private void ping(StreamSocket open) {
            network.loop()
                    .schedule(
                            () -> {
                                if (open == socket) {
                                    open.send(Frame.ping());
                                    ping(open);
                                }
                            },
                            25,
                            TimeUnit.SECONDS);
        }

        @Override
        public void closed(StreamSocket was, int code) {
            again();
        }

        private void again() {
            double ceiling = Math.min(20_000, 500 * Math.pow(2, attempt++));
            socket = fresh();
            network.loop().schedule(this::connect, 500 + (long) (random.nextDouble() * ceiling), TimeUnit.MILLISECONDS);
        }
    }
}
