package io.chask.store;

import io.chask.conversation.PostResult;
import io.chask.conversation.Sender;
import io.chask.database.WriterConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits batches on one connection and has them answered. A batch the database refuses is tried in halves until the
/// guilty draft stands
/// alone; a failure of the database itself is the caller's to handle.
final class BatchCommitter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCommitter.class);

    private static final Duration LATER = Duration.ofSeconds(5);

    private final WriterConnections connections;
    private final Answers answers;
    private final WriterMetrics metrics;
    private @Nullable Connection connection;
    private @Nullable BatchStatement statement;

    BatchCommitter(WriterConnections connections, Answers answers, WriterMetrics metrics) {
        this.connections = connections;
        this.answers = answers;
        this.metrics = metrics;
    }

    /// Commits and answers every entry, except those still unanswered when it throws.
    ///
    /// @param batch in [Entry#LOCK_ORDER], no message key twice
    /// @throws SQLException when the database failed; entries whose commit had begun are marked uncertain. The next
    /// call connects anew
    void commit(List<Entry> batch) throws SQLException {
        List<Entry> unopened = new ArrayList<>();
        List<Entry> strangers = new ArrayList<>();
        append(batch, new Later(unopened, strangers));
        if (!unopened.isEmpty()) {
            open(unopened, strangers);
        }
        if (!strangers.isEmpty()) {
            follow(strangers);
        }
    }

    /// Entries that have to be tried another way.
    ///
    /// @param unopened of visitors, to conversations that do not exist
    /// @param strangers of visitors, to conversations of others
    private record Later(List<Entry> unopened, List<Entry> strangers) {}

    /// Nearly always these are refused. But a visitor may have been merged into another since he sent, and his
    /// conversations with him: then the draft is the other's. All drafts of a conversation in a batch go this
    /// way or none, for its lock was held, so their order stays.
    private void follow(List<Entry> strangers) throws SQLException {
        List<Entry> followed;
        try {
            followed = statement().followed(strangers);
        } catch (SQLException e) {
            fail(strangers, e);
            throw e;
        }
        strangers.removeAll(followed);
        strangers.forEach(BatchCommitter::refuse);
        if (!followed.isEmpty()) {
            followed.sort(Entry.LOCK_ORDER);
            List<Entry> gone = new ArrayList<>();
            append(followed, new Later(gone, gone));
            gone.forEach(BatchCommitter::refuse);
        }
    }

    private static void refuse(Entry stranger) {
        stranger.answer.complete(new PostResult.NotFound());
        stranger.uncertain = false;
    }

    private void append(List<Entry> batch, Later later) throws SQLException {
        List<Outcome> outcomes;
        try {
            outcomes = run(batch, false);
        } catch (SQLException e) {
            fail(batch, e);
            for (List<Entry> half : halves(batch, e)) {
                append(half, later);
            }
            return;
        }
        tell(batch, outcomes, later);
    }

    private void tell(List<Entry> batch, List<Outcome> outcomes, Later later) {
        List<Entry> told = new ArrayList<>(batch.size());
        List<Outcome> theirs = new ArrayList<>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            Entry entry = batch.get(at);
            if (isVisitors(entry, outcomes.get(at), Outcome.Kind.MISSING)) {
                later.unopened().add(entry);
            } else if (isVisitors(entry, outcomes.get(at), Outcome.Kind.FOREIGN)) {
                later.strangers().add(entry);
            } else {
                told.add(entry);
                theirs.add(outcomes.get(at));
            }
        }
        answers.tell(told, theirs);
    }

    private void open(List<Entry> batch, List<Entry> strangers) throws SQLException {
        List<Outcome> outcomes;
        try {
            outcomes = run(batch, true);
        } catch (SQLException e) {
            fail(batch, e);
            for (List<Entry> half : halves(batch, e)) {
                open(half, strangers);
            }
            return;
        }
        // What is missing still has an author nobody knows: no better than a stranger.
        tell(batch, outcomes, new Later(strangers, strangers));
    }

    /// Only a visitor opens a conversation, and only he may have become somebody else.
    private static boolean isVisitors(Entry entry, Outcome outcome, Outcome.Kind kind) {
        return outcome.kind() == kind && entry.draft.author().sender() == Sender.USER;
    }

    private List<Outcome> run(List<Entry> batch, boolean opening) throws SQLException {
        BatchStatement ready = statement();
        long begun = System.nanoTime();
        try {
            List<Outcome> outcomes = opening ? ready.openAndAppend(batch) : ready.append(batch);
            metrics.committed(batch.size(), System.nanoTime() - begun);
            return outcomes;
        } catch (SQLException e) {
            if (Failures.ofTheDatabase(e)) {
                batch.forEach(entry -> entry.uncertain = true);
            }
            throw e;
        }
    }

    private void fail(List<Entry> batch, SQLException failure) throws SQLException {
        metrics.failed(batch.size());
        if (Failures.ofTheDatabase(failure)) {
            close();
            throw failure;
        }
    }

    private static List<List<Entry>> halves(List<Entry> batch, SQLException refusal) {
        if (batch.size() == 1) {
            LOG.error("the database refuses message {}", batch.getFirst().draft.id(), refusal);
            PostResult verdict =
                    Failures.ofTheDraft(refusal) ? new PostResult.Refused() : new PostResult.Unavailable(LATER);
            batch.getFirst().answer.complete(verdict);
            return List.of();
        }
        int middle = batch.size() / 2;
        return List.of(batch.subList(0, middle), batch.subList(middle, batch.size()));
    }

    private BatchStatement statement() throws SQLException {
        BatchStatement ready = statement;
        if (ready == null) {
            Connection opened = connections.open();
            connection = opened;
            ready = new BatchStatement(opened);
            statement = ready;
        }
        return ready;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        statement = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("closing a writer's connection", e);
            }
        }
    }
}
