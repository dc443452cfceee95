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
        append(batch, unopened);
        if (!unopened.isEmpty()) {
            open(unopened);
        }
    }

    private void append(List<Entry> batch, List<Entry> unopened) throws SQLException {
        List<Outcome> outcomes;
        try {
            outcomes = run(batch, false);
        } catch (SQLException e) {
            fail(batch, e);
            for (List<Entry> half : halves(batch, e)) {
                append(half, unopened);
            }
            return;
        }
        List<Entry> told = new ArrayList<>(batch.size());
        List<Outcome> theirs = new ArrayList<>(batch.size());
        for (int at = 0; at < batch.size(); at++) {
            if (opens(batch.get(at), outcomes.get(at))) {
                unopened.add(batch.get(at));
            } else {
                told.add(batch.get(at));
                theirs.add(outcomes.get(at));
            }
        }
        answers.tell(told, theirs);
    }

    private void open(List<Entry> batch) throws SQLException {
        List<Outcome> outcomes;
        try {
            outcomes = run(batch, true);
        } catch (SQLException e) {
            fail(batch, e);
            for (List<Entry> half : halves(batch, e)) {
                open(half);
            }
            return;
        }
        answers.tell(batch, outcomes);
    }

    /// Only a visitor opens a conversation.
    private static boolean opens(Entry entry, Outcome outcome) {
        return outcome.kind() == Outcome.Kind.MISSING && entry.draft.author().sender() == Sender.USER;
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
