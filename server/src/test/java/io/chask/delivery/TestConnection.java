package io.chask.delivery;

import io.chask.conversation.Author.Reader;
import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stream whose client is the test.
final class TestConnection implements Connection {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID id = UUID.randomUUID();
    private final UUID organization;
    private final Reader reader;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();

    TestConnection(UUID organization, Reader reader) {
        this.organization = organization;
        this.reader = reader;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID organization() {
        return organization;
    }

    @Override
    public Reader reader() {
        return reader;
    }

    @Override
    public void send(EncodedFrame frame) {
        frames.add(JsonMapper.shared().readTree(frame.bytes()));
    }

    @Override
    public void close(CloseCode code) {
        closed.complete(code);
    }

    @Override
    public boolean awaitDrained(Duration limit) {
        return !closed.isDone();
    }

    /// Waits until it has been closed.
    CloseCode awaitClose() throws Exception {
        return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// The next frame of this type; others are skipped.
    JsonNode expect(String type) throws InterruptedException {
        return until(frame -> is(type, frame)).getLast();
    }

    /// The first row of the list in which that member has that value: rows come at a pace, some of them behind.
    JsonNode expectRow(String member, long value) throws InterruptedException {
        return until(frame -> isRow(frame, member, value)).getLast();
    }

    static boolean is(String type, JsonNode frame) {
        return frame.path("type").asString().equals(type);
    }

    static boolean isRow(JsonNode frame, String member, long value) {
        return is("inbox", frame) && frame.path(member).asLong() == value;
    }

    static boolean isReceipt(JsonNode frame, long delivered, long read) {
        return is("receipt", frame)
                && frame.path("delivered").asLong() == delivered
                && frame.path("read").asLong() == read;
    }

    static boolean isOwnRead(JsonNode frame, long read) {
        return is("receipt", frame) && frame.path("ownRead").asLong() == read;
    }

    /// What comes up to the first frame that is wanted.
    List<JsonNode> until(Predicate<JsonNode> wanted) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        do {
            var frame = poll(PATIENCE);
            if (frame == null) {
                throw new AssertionError("not what is wanted: " + all);
            }
            all.add(frame);
        } while (!wanted.test(all.getLast()));
        return all;
    }

    /// Reads until each of these has come, in whichever order.
    void untilAll(List<Predicate<JsonNode>> wanted) throws InterruptedException {
        var missing = new ArrayList<>(wanted);
        while (!missing.isEmpty()) {
            var frame = until(each -> missing.stream().anyMatch(one -> one.test(each)))
                    .getLast();
            missing.removeIf(one -> one.test(frame));
        }
    }

    /// What has come until nothing comes for so long.
    List<JsonNode> untilQuiet(Duration quiet) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        for (var frame = poll(quiet); frame != null; frame = poll(quiet)) {
            all.add(frame);
        }
        return all;
    }

    /// What comes up to the message or replay that reaches this sequence, and shortly after.
    List<JsonNode> untilSequence(long last) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        long reached = 0;
        while (reached < last) {
            var frame = poll(PATIENCE);
            if (frame == null) {
                throw new AssertionError("nothing after sequence " + reached);
            }
            all.add(frame);
            reached = Math.max(reached, frame.path("sequence").asLong(0));
            reached = Math.max(reached, frame.path("toSequence").asLong(0));
        }
        all.addAll(untilQuiet(Duration.ofMillis(100)));
        return all;
    }

    private @Nullable JsonNode poll(Duration limit) throws InterruptedException {
        return frames.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
