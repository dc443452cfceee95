package io.chask.store;

import io.chask.conversation.Announcer;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.PostResult;
import io.chask.database.WriterConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores drafts by group commit: whatever has arrived while one batch commits is the next batch (protocol §1).
/// Answers and announces after
/// the commit only.
public final class MessageWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final WriterConnections connections;
    private final WriterSettings settings;
    private final WriterMetrics metrics;
    private final Duration longestClose;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public MessageWriter(WriterConnections connections, WriterSettings settings, WriterMetrics metrics) {
        this(connections, settings, metrics, LONGEST_CLOSE);
    }

    /// @param longestClose how long it is waited for each lane's end
    MessageWriter(
            WriterConnections connections, WriterSettings settings, WriterMetrics metrics, Duration longestClose) {
        this.connections = connections;
        this.settings = settings;
        this.metrics = metrics;
        this.longestClose = longestClose;
    }

    /// Begins to work. Call it once, before the first draft.
    ///
    /// @param announcer told of every stored message, on the lanes' threads
    public void start(Announcer announcer) {
        for (int number = 0; number < settings.lanes(); number++) {
            Lane lane = new Lane(settings, new BatchCommitter(connections, new Answers(announcer), metrics));
            lanes.add(lane);
            threads.add(
                    Thread.ofPlatform().daemon().name("message-lane-" + number).start(lane));
        }
    }

    /// Puts a draft into its lane; see [io.chask.conversation.MessageLog#append].
    public CompletionStage<PostResult> append(Draft draft) {
        Entry entry = new Entry(draft);
        lanes.get(laneOf(draft.conversation())).append(entry);
        return entry.answer;
    }

    private int laneOf(ConversationId conversation) {
        return Math.floorMod((conversation.hashCode() * 0x9E3779B9) >>> 16, lanes.size());
    }

    /// Drafts waiting in all lanes.
    public int waiting() {
        return lanes.stream().mapToInt(Lane::waiting).sum();
    }

    /// Takes no more drafts and returns when those that wait are answered, or the database has not answered for some
    /// seconds: then nobody has been told that they are stored, and whoever sent them sends them again.
    @Override
    public void close() {
        for (int number = 0; number < lanes.size(); number++) {
            lanes.get(number).close(threads.get(number));
        }
        for (Thread thread : threads) {
            try {
                if (!thread.join(longestClose)) {
                    LOG.warn("{} does not end; what it has not answered is sent again", thread.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
