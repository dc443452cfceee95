package io.chask.bench.client;

import io.chask.bench.client.History.Event;
import io.chask.bench.client.Outbox.Letter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor or an agent who keeps the rules of PROTOCOL.md §5 and §6 over as many connections as it takes.
public final class Participant implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SILENCE_MILLIS = 1_000;

    private final String name;
    private final InetSocketAddress server;
    private final Role role;
    private final History history;
    private final RandomGenerator random;
    private final Outbox outbox = new Outbox();
    private final Map<UUID, View> views = new HashMap<>();
    private final Map<UUID, Long> lastSequences = new HashMap<>();
    private final OwnMessages own;
    private final Thread thread;
    private @Nullable WireSocket socket;
    private @Nullable String epoch;
    private boolean welcomed;
    private volatile boolean leaving;

    /// Connects, and connects again until [#close].
    public Participant(String name, InetSocketAddress server, Role role, History history, RandomGenerator random) {
        this.name = name;
        this.server = server;
        this.role = role;
        this.history = history;
        this.random = random;
        this.own = new OwnMessages(name, history);
        this.thread = Thread.ofVirtual().name(name).start(this::live);
    }

    /// Writes a message; it leaves when its turn comes.
    public synchronized UUID post(UUID conversation, String content) {
        var letter = new Letter(UUID.randomUUID(), conversation, content);
        history.add(new Event.Invoked(name, conversation, letter.id()));
        if (outbox.add(letter) && welcomed) {
            write(send(letter));
        }
        return letter.id();
    }

    /// Whether everything written is answered and nothing known is missing.
    public synchronized boolean isSettled() {
        return outbox.isEmpty()
                && lastSequences.entrySet().stream()
                        .allMatch(known -> view(known.getKey()).cursor() >= known.getValue());
    }

    /// Whether the message is no longer waiting for its answer.
    public synchronized boolean isAnswered(UUID id) {
        return outbox.find(id).isEmpty();
    }

    /// What it holds of a conversation.
    public synchronized Map<Long, View.Held> messages(UUID conversation) {
        return view(conversation).messages();
    }

    /// Tells it of a last sequence learnt elsewhere, so that it can only settle beyond it.
    public synchronized void expect(UUID conversation, long sequence) {
        lastSequences.merge(conversation, sequence, Math::max);
    }

    private void live() {
        for (int attempt = 0; !leaving; attempt++) {
            try (var connection = new WireSocket(server, role.origin(), SILENCE_MILLIS)) {
                connection.write(hello());
                synchronized (this) {
                    socket = connection;
                }
                attempt = listen(connection, attempt);
            } catch (IOException | IllegalStateException lost) {
                pause(attempt);
            } finally {
                synchronized (this) {
                    welcomed = false;
                }
            }
        }
    }

    private int listen(WireSocket connection, int attempt) throws IOException {
        int failed = attempt;
        boolean asked = false;
        while (!leaving) {
            try {
                handle(JSON.readTree(connection.read()));
                asked = false;
                failed = 0;
            } catch (SocketTimeoutException silent) {
                if (asked) {
                    throw silent;
                }
                asked = true;
                connection.write("{\"type\":\"ping\"}");
            }
        }
        return failed;
    }

    private void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(20 << Math.min(attempt, 6)));
        } catch (InterruptedException left) {
            leaving = true;
        }
    }

    private synchronized String hello() {
        var hello = JSON.createObjectNode();
        hello.put("type", "hello").put("v", 1).put("token", role.token()).put("client", "faults/1");
        if (epoch != null && role instanceof Role.Visitor) {
            var resume = hello.putObject("resume").put("epoch", epoch);
            var cursors = resume.putObject("cursors");
            views.forEach((conversation, view) -> cursors.put(conversation.toString(), view.cursor()));
        }
        return JSON.writeValueAsString(hello);
    }

    private synchronized void handle(JsonNode frame) {
        switch (frame.get("type").asString()) {
            case "welcome" -> welcome(frame);
            case "sent" -> settle(id(frame, "id"), frame.get("sequence").asLong());
            case "message" -> take(id(frame, "conversation"), frame.get("message"));
            case "sync" -> sync(frame);
            case "receipt" ->
                own.receipt(
                        id(frame, "conversation"),
                        frame.get("delivered").asLong(),
                        frame.get("read").asLong());
            case "error" -> refused(frame);
            default -> {}
        }
    }

    private void welcome(JsonNode frame) {
        epoch = frame.get("epoch").asString();
        welcomed = true;
        for (JsonNode known : frame.get("conversations")) {
            expect(id(known, "id"), known.get("lastSequence").asLong());
        }
        if (role instanceof Role.Agent agent) {
            for (UUID watched : agent.watched()) {
                write(mark("watch", watched, "after", view(watched).cursor()));
            }
        }
        outbox.heads().forEach(letter -> write(send(letter)));
    }

    private void sync(JsonNode frame) {
        UUID conversation = id(frame, "conversation");
        expect(conversation, frame.get("toSequence").asLong());
        if (!frame.get("recovered").asBoolean()) {
            view(conversation).drop();
            write(mark("catchup", conversation, "after", 0));
        }
        for (JsonNode message : frame.get("messages")) {
            take(conversation, message);
        }
    }

    private void take(UUID conversation, JsonNode message) {
        View view = view(conversation);
        long sequence = message.get("sequence").asLong();
        UUID id = id(message, "id");
        view.take(
                sequence,
                new View.Held(
                        id,
                        message.get("sender").asString(),
                        message.get("content").asString()));
        expect(conversation, sequence);
        if (view.hasHole()) {
            write(mark("catchup", conversation, "after", view.cursor()));
        }
        write(mark("read", conversation, "sequence", view.cursor()));
        settle(id, sequence);
    }

    private void settle(UUID id, long sequence) {
        outbox.find(id).ifPresent(letter -> {
            history.add(new Event.Acknowledged(name, letter.conversation(), id, sequence));
            own.sent(letter.conversation(), id, sequence);
            view(letter.conversation()).take(sequence, new View.Held(id, sender(), letter.content()));
            expect(letter.conversation(), sequence);
            outbox.settle(letter).ifPresent(next -> write(send(next)));
        });
    }

    private void refused(JsonNode frame) {
        if (!frame.has("ref") || frame.get("retryable").asBoolean()) {
            return;
        }
        outbox.find(id(frame, "ref")).ifPresent(letter -> {
            String reason = frame.get("reason").asString();
            history.add(new Event.Refused(name, letter.conversation(), letter.id(), reason));
            outbox.settle(letter).ifPresent(next -> write(send(next)));
        });
    }

    private String sender() {
        return role instanceof Role.Visitor ? "user" : "agent";
    }

    private View view(UUID conversation) {
        return views.computeIfAbsent(conversation, _ -> new View());
    }

    private static String send(Letter letter) {
        var frame = JSON.createObjectNode();
        frame.put("type", "send").put("id", letter.id().toString());
        frame.put("conversation", letter.conversation().toString()).put("content", letter.content());
        frame.putArray("attachments");
        return JSON.writeValueAsString(frame);
    }

    private static String mark(String type, UUID conversation, String member, long value) {
        var frame = JSON.createObjectNode();
        frame.put("type", type).put("conversation", conversation.toString()).put(member, value);
        return JSON.writeValueAsString(frame);
    }

    private static UUID id(JsonNode frame, String member) {
        return UUID.fromString(frame.get(member).asString());
    }

    private void write(String text) {
        var open = socket;
        try {
            if (open != null) {
                open.write(text);
            }
        } catch (IOException lost) {
            // The reading thread sees the same loss and connects again; what is unanswered is sent again then.
            welcomed = false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        leaving = true;
        thread.interrupt();
        thread.join();
    }
}
