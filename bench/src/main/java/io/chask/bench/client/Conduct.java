package io.chask.bench.client;

import io.chask.bench.client.History.Answer;
import io.chask.bench.client.History.Event;
import io.chask.bench.client.Outbox.Letter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The rules of wire/PROTOCOL.md §4 to §6: what a frame changes and what is written in return. Not safe for several
/// threads; [Participant] guards it.
final class Conduct {

    /// Where frames go. One that is lost swallows them: what matters is written again on the next.
    interface Line {

        UUID id();

        void write(String frame);
    }

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String name;
    private final Role role;
    private final History history;
    private final Tempo tempo;
    private final Outbox outbox = new Outbox();
    private final Holdings holdings;
    private final OwnMessages own;
    private final Watching watching;
    private final Map<UUID, Long> askAgain = new HashMap<>();
    private @Nullable String epoch;
    private @Nullable Line line;

    Conduct(String name, Role role, History history, Tempo tempo) {
        this.name = name;
        this.role = role;
        this.history = history;
        this.tempo = tempo;
        this.holdings = new Holdings(tempo);
        this.own = new OwnMessages(name, history);
        this.watching = new Watching(role.watched());
        this.epoch = role.epoch();
    }

    Holdings holdings() {
        return holdings;
    }

    Outbox outbox() {
        return outbox;
    }

    OwnMessages own() {
        return own;
    }

    String hello(String token) {
        return Frames.hello(token, role instanceof Role.Visitor ? epoch : null, holdings.cursors());
    }

    void lost() {
        line = null;
    }

    void post(Letter letter) {
        history.add(new Event.Invoked(name, letter.conversation(), letter.id()));
        if (outbox.add(letter)) {
            send(letter);
        }
    }

    /// What became due.
    void tick(long now) {
        outbox.due(now).forEach(this::send);
        holdings.overdue(now).forEach(conversation -> write(afterCursor("catchup", conversation)));
        var due = askAgain.entrySet().stream()
                .filter(one -> one.getValue() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(this::ask);
    }

    private void ask(UUID conversation) {
        askAgain.remove(conversation);
        write(afterCursor(role.watched().contains(conversation) ? "watch" : "catchup", conversation));
        read(conversation);
    }

    void handle(JsonNode frame, Line from, long now) {
        String type = frame.get("type").asString();
        if (frame.has("conversation")) {
            holdings.heardOf(Frames.id(frame, "conversation"));
        }
        switch (type) {
            case "welcome" -> welcome(frame, from);
            case "sent" -> sent(frame, from, now);
            case "message" -> take(Frames.id(frame, "conversation"), frame.get("message"), now);
            case "sync" -> sync(frame, now);
            case "receipt" ->
                own.receipt(
                        Frames.id(frame, "conversation"),
                        frame.get("delivered").asLong(),
                        frame.get("read").asLong());
            case "inbox" -> inbox(frame);
            case "error" -> refused(frame, now);
            case "ping" -> write("{\"type\":\"pong\"}");
            default -> {}
        }
    }

    private void welcome(JsonNode frame, Line from) {
        epoch = frame.get("epoch").asString();
        line = from;
        askAgain.clear();
        for (JsonNode known : frame.get("conversations")) {
            UUID conversation = Frames.id(known, "id");
            holdings.heardOf(conversation);
            holdings.expect(conversation, known.get("lastSequence").asLong());
        }
        watching.welcomed().forEach(conversation -> write(afterCursor("watch", conversation)));
        // A mark that was written to a connection while it died may not have come through.
        holdings.cursors().keySet().forEach(this::read);
        outbox.heads().forEach(this::send);
    }

    private void sent(JsonNode frame, Line from, long now) {
        UUID id = Frames.id(frame, "id");
        long sequence = frame.get("sequence").asLong();
        String timestamp = frame.get("timestamp").asString();
        var answer = new Answer(sequence, timestamp, frame.get("duplicate").asBoolean());
        history.add(new Event.Answered(name, id, from.id(), answer));
        settle(id, sequence, timestamp, now);
    }

    private void sync(JsonNode frame, long now) {
        UUID conversation = Frames.id(frame, "conversation");
        holdings.expect(conversation, frame.get("toSequence").asLong());
        if (!frame.get("recovered").asBoolean()) {
            holdings.notRecovered(conversation);
        }
        for (JsonNode message : frame.get("messages")) {
            take(conversation, message, now);
        }
    }

    /// The pages that REST gave after a resume that was not recovered.
    void loaded(UUID conversation, Iterable<JsonNode> messages, long now) {
        holdings.recovered(conversation);
        for (JsonNode message : messages) {
            take(conversation, message, now);
        }
    }

    private void take(UUID conversation, JsonNode message, long now) {
        hold(conversation, message.get("sequence").asLong(), Frames.held(message), now);
        settle(
                Frames.id(message, "id"),
                message.get("sequence").asLong(),
                message.get("timestamp").asString(),
                now);
    }

    private void hold(UUID conversation, long sequence, View.Held held, long now) {
        long before = holdings.cursor(conversation);
        holdings.take(conversation, sequence, held, now)
                .ifPresent(how -> history.add(new Event.Contradicted(name, conversation, how)));
        if (holdings.cursor(conversation) > before) {
            read(conversation);
        }
    }

    private void settle(UUID id, long sequence, String timestamp, long now) {
        outbox.find(id).ifPresent(letter -> {
            UUID conversation = letter.conversation();
            history.add(new Event.Acknowledged(name, conversation, id, sequence));
            own.sent(conversation, id, sequence);
            hold(conversation, sequence, new View.Held(id, role.sender(), letter.content(), timestamp), now);
            outbox.settle(letter).ifPresent(this::send);
        });
    }

    private void inbox(JsonNode frame) {
        UUID conversation = Frames.id(frame, "conversation");
        if (watching.listed(conversation)) {
            write(afterCursor("watch", conversation));
        }
    }

    private void refused(JsonNode frame, long now) {
        if (!frame.has("ref")) {
            return;
        }
        UUID ref = Frames.id(frame, "ref");
        boolean retryable = frame.get("retryable").asBoolean();
        long until = now + pause(frame);
        outbox.find(ref).ifPresent(letter -> {
            if (retryable) {
                history.add(new Event.Postponed(name, ref, frame.get("reason").asString()));
                outbox.postpone(letter, until);
            } else {
                fail(letter, frame.get("reason").asString());
            }
        });
        if (retryable && outbox.find(ref).isEmpty()) {
            askAgain.put(ref, until);
        } else if (frame.get("reason").asString().equals("NOT_FOUND") && watching.missing(ref)) {
            write(afterCursor("watch", ref));
        }
    }

    /// The server's word is kept in real time; only the own back-off is lived faster.
    private long pause(JsonNode error) {
        return error.path("retryAfterMs").isNumber()
                ? Duration.ofMillis(error.get("retryAfterMs").asLong()).toNanos()
                : tempo.nanos(RETRY);
    }

    private void fail(Letter letter, String reason) {
        history.add(new Event.Refused(name, letter.conversation(), letter.id(), reason));
        history.add(new Event.Reported(name, "SEND_ERROR"));
        outbox.settle(letter).ifPresent(this::send);
    }

    private void send(Letter letter) {
        var open = line;
        if (open != null) {
            history.add(new Event.Attempted(name, letter.id(), open.id()));
            open.write(Frames.send(letter));
        }
    }

    private String afterCursor(String type, UUID conversation) {
        return Frames.after(type, conversation, holdings.cursor(conversation));
    }

    private void read(UUID conversation) {
        if (holdings.cursor(conversation) > 0) {
            write(Frames.read(conversation, holdings.cursor(conversation)));
        }
    }

    private void write(String frame) {
        var open = line;
        if (open != null) {
            open.write(frame);
        }
    }
}
