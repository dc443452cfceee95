package io.chask.bench.load;

import io.chask.bench.server.Target;
import io.chask.bench.server.Visitor;
import io.chask.bench.stream.Frame;
import io.chask.bench.stream.StreamSocket;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Many idle visitors. Each keeps one connection with a ping every 25 s, and comes back after a cut as PROTOCOL.md §8
/// says: `0.5 s + random(0, min(20 s, 0.5 s · 2^n))`.
@SuppressWarnings("FutureReturnValueIgnored") // what fails on the loop is heard as a closed connection
final class Crowd {

    private final Target target;
    private final Network network;
    private final RandomGenerator random;
    private final List<Member> members = new ArrayList<>();
    private CountDownLatch welcomes = new CountDownLatch(0);

    Crowd(Target target, Network network, RandomGenerator random) {
        this.target = target;
        this.network = network;
        this.random = random;
    }

    /// Connects more members and waits until all are welcomed.
    void join(List<Visitor> visitors, Duration patience) throws InterruptedException {
        var waiting = new CountDownLatch(visitors.size());
        network.on(() -> {
            welcomes = waiting;
            for (Visitor visitor : visitors) {
                var member = new Member(visitor);
                members.add(member);
                member.connect();
            }
            return true;
        });
        await(waiting, patience);
    }

    /// Cuts every connection at once; gives the time until all were welcomed again.
    Duration cutAll(Duration patience) throws InterruptedException {
        var waiting = new CountDownLatch(members.size());
        long start = network.on(() -> {
            welcomes = waiting;
            members.forEach(Member::cut);
            return System.nanoTime();
        });
        await(waiting, patience);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    int size() {
        return members.size();
    }

    private static void await(CountDownLatch waiting, Duration patience) throws InterruptedException {
        if (!waiting.await(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(waiting.getCount() + " connections were not welcomed within " + patience);
        }
    }

    /// One visitor's page.
    private final class Member implements StreamSocket.Listener {

        private final Visitor visitor;
        private final UUID conversation = new UUID(0x4000L, Long.MIN_VALUE);
        private StreamSocket socket;
        private int attempt;

        Member(Visitor visitor) {
            this.visitor = visitor;
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
            if (Frame.type(frame).equals("welcome")) {
                attempt = 0;
                welcomes.countDown();
                ping(from);
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
