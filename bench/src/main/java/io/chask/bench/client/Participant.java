package io.chask.bench.client;

import io.chask.bench.client.History.Event;
import io.chask.bench.client.Outbox.Letter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// A visitor or an agent who keeps the rules of wire/PROTOCOL.md over as many connections as it takes: this class
/// connects, listens and connects again (§8), [Conduct] knows what to do with frames (§4 to §6).
public final class Participant implements AutoCloseable {

    /// What all participants of a run share.
    ///
    /// @param history where they write down what they see
    public record World(History history, Tempo tempo) {}

    private static final Duration GIVE_UP = Duration.ofSeconds(35);
    private static final int TICK_MILLIS = 50;

    private final String name;
    private final InetSocketAddress server;
    private final Role role;
    private final World world;
    private final Conduct conduct;
    private final Backoff backoff;
    private final Outage outage = new Outage();
    private final Thread thread;
    private volatile boolean leaving;
    private volatile boolean online;
    private long pingNanos;

    /// Connects, and connects again until [#close].
    public Participant(String name, InetSocketAddress server, Role role, World world, RandomGenerator random) {
        this.name = name;
        this.server = server;
        this.role = role;
        this.world = world;
        this.conduct = new Conduct(name, role, world.history(), world.tempo());
        this.backoff = new Backoff(world.tempo(), random);
        this.pingNanos = world.tempo().nanos(GIVE_UP);
        this.thread = Thread.ofVirtual().name(name).start(this::live);
    }

    /// Its name in the history.
    public String name() {
        return name;
    }

    /// Writes a message; it leaves when its turn comes.
    public synchronized UUID post(UUID conversation, String content) {
        var letter = new Letter(UUID.randomUUID(), conversation, content);
        conduct.post(letter);
        return letter.id();
    }

    /// Whether everything written is answered and nothing known is missing.
    public synchronized boolean isSettled() {
        return conduct.outbox().isEmpty() && conduct.holdings().isComplete();
    }

    /// Whether its connection is welcomed.
    public boolean isOnline() {
        return online;
    }

    /// Own messages that are not shown as read.
    public synchronized int unread() {
        return conduct.own().unread();
    }

    /// For a violation: what it holds, and how its own messages stand.
    public synchronized String standing() {
        return name + " (cursors " + conduct.holdings().cursors().values() + ", "
                + conduct.own().standing() + ")";
    }

    /// Whether the message is no longer waiting for its answer.
    public synchronized boolean isAnswered(UUID id) {
        return conduct.outbox().find(id).isEmpty();
    }

    /// Whether it holds anything of the conversation.
    public synchronized boolean holds(UUID conversation) {
        return conduct.holdings().cursor(conversation) > 0;
    }

    /// Every conversation it holds something of, or that a frame named to it.
    public synchronized Map<UUID, Map<Long, View.Held>> held() {
        return conduct.holdings().all();
    }

    /// Tells it of a last sequence learnt elsewhere, so that it can only settle beyond it.
    public synchronized void expect(UUID conversation, long sequence) {
        conduct.holdings().expect(conversation, sequence);
    }

    private void live() {
        while (!leaving) {
            int code = Closing.ABNORMAL;
            try {
                stream();
            } catch (WireSocket.Closed closed) {
                code = closed.code();
            } catch (IOException | IllegalStateException lost) {
                // No close frame, no answer, or no connection: all the same to a client.
            }
            lost(code);
        }
    }

    private void stream() throws IOException {
        int patience = world.tempo().millis(GIVE_UP);
        String token = role.token();
        try (var socket = new WireSocket(server, role.host(server), role.origin(), patience)) {
            socket.write(hello(token));
            listen(socket, new SocketLine(UUID.randomUUID(), socket));
        } finally {
            online = false;
            synchronized (this) {
                conduct.lost();
            }
        }
    }

    private synchronized String hello(String token) {
        return conduct.hello(token);
    }

    private void listen(WireSocket socket, Conduct.Line line) throws IOException {
        long lastHeard = System.nanoTime();
        while (!leaving) {
            Optional<String> text = socket.read(TICK_MILLIS);
            long now = System.nanoTime();
            if (text.isPresent()) {
                lastHeard = now;
                handle(Frames.parse(text.get()), line, now);
                reload();
            } else if (now - lastHeard > world.tempo().nanos(GIVE_UP)) {
                return;
            }
            keepAlive(socket, now);
        }
    }

    private synchronized void handle(JsonNode frame, Conduct.Line line, long now) {
        switch (frame.get("type").asString()) {
            case "welcome" -> {
                pingNanos = world.tempo()
                        .nanos(Duration.ofSeconds(frame.get("pingSeconds").asLong()));
                backoff.welcomed(now);
                outage.welcomed(now).ifPresent(this::report);
            }
            case "drain" ->
                backoff.drain(Duration.ofMillis(frame.get("windowMs").asLong()));
            default -> {}
        }
        conduct.handle(frame, line, now);
        online |= frame.get("type").asString().equals("welcome");
    }

    /// What the server did not replay. Outside the lock: it asks by HTTP.
    private void reload() {
        for (var next = unrecovered(); next.isPresent(); next = unrecovered()) {
            var messages = role.load(next.get());
            synchronized (this) {
                conduct.loaded(next.get(), messages, System.nanoTime());
            }
        }
    }

    private synchronized Optional<UUID> unrecovered() {
        return conduct.holdings().unrecovered();
    }

    private synchronized void keepAlive(WireSocket socket, long now) throws IOException {
        conduct.tick(now);
        if (now - socket.lastWrite() > pingNanos) {
            socket.write(Frames.PING);
        }
    }

    private void lost(int code) {
        if (leaving) {
            return;
        }
        long now = System.nanoTime();
        outage.lost(code, now).ifPresent(this::report);
        leaving = Closing.of(code) != Closing.RECONNECT;
        try {
            TimeUnit.NANOSECONDS.sleep(backoff.next(now));
        } catch (InterruptedException left) {
            leaving = true;
        }
    }

    private void report(String code) {
        world.history().add(new Event.Reported(name, code));
    }

    /// A connection as [Conduct] writes to it.
    private record SocketLine(UUID id, WireSocket socket) implements Conduct.Line {

        @Override
        public void write(String frame) {
            try {
                socket.write(frame);
            } catch (IOException lost) {
                // The reading thread sees the same loss and connects again; what is unanswered is sent again then.
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        leaving = true;
        thread.interrupt();
        thread.join();
    }
}
