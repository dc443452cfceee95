package io.chask.delivery;

import io.chask.conversation.Author.Reader;
import io.chask.wire.CloseCode;
import io.chask.wire.EncodedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stream whose client is the test.
final class TestConnection implements Connection {
    private final UUID id = UUID.randomUUID();
    private final UUID organization;
    private final Reader reader;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private volatile @Nullable CloseCode closed;

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
        closed = code;
    }

    @Override
    public boolean awaitDrained(Duration limit) {
        return closed == null;
    }

    @Nullable
    CloseCode closed() {
        return closed;
    }

    /// The next frame of this type; others are skipped.
    JsonNode expect(String type) throws InterruptedException {
        while (true) {
            var frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no " + type);
            }
            if (frame.path("type").asString().equals(type)) {
                return frame;
            }
        }
    }

    /// The first row of the list in which that member has that value: rows come at a pace, some of them behind.
    JsonNode expectRow(String member, long value) throws InterruptedException {
        var row = expect("inbox");
        while (row.path(member).asLong() != value) {
            row = expect("inbox");
        }
        return row;
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
            var frame = poll(Duration.ofSeconds(10));
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
