package io.chask.store;

import io.chask.conversation.Announcer;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.conversation.Marks;
import io.chask.conversation.Receipt;
import io.chask.database.Database;
import io.chask.database.WriterConnections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Marks in PostgreSQL, apart from the hot row of the conversation: collected, and written by one thread.
public final class PostgresMarks implements Marks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresMarks.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final String RECEIPTS =
            "select c.id, r.delivered, r.read, r.own_read from conversation c " + MarkSql.RECEIPT
                    + "where c.organization_id = :organization and c.id = any(:conversations) and r.delivered + r.own_read > 0";

    private final Database database;
    private final MarkTable table;
    private final PendingMarks pending;
    private @Nullable Announcer announcer;
    private @Nullable Thread thread;

    /// @param rest shortest time between two writes of the same mark; a second in production
    public PostgresMarks(Database database, WriterConnections connections, Duration rest) {
        this.database = database;
        this.table = new MarkTable(connections);
        this.pending = new PendingMarks(rest.toNanos());
    }

    /// Begins to write. Call it once.
    public void start(Announcer told) {
        announcer = told;
        thread = Thread.ofPlatform().daemon().name("mark-writer").start(this::work);
    }

    @Override
    public void raise(Mark mark) {
        if (mark.delivered() > 0) {
            pending.add(mark);
        }
    }

    @Override
    public Map<ConversationId, Receipt> receipts(Collection<ConversationId> conversations, Reader reader) {
        Map<ConversationId, Receipt> receipts = new HashMap<>();
        for (UUID organization : conversations.stream()
                .map(ConversationId::organization)
                .distinct()
                .toList()) {
            List<UUID> ids = conversations.stream()
                    .filter(id -> id.organization().equals(organization))
                    .map(ConversationId::value)
                    .toList();
            receipts.putAll(ofOrganization(organization, ids, reader));
        }
        return receipts;
    }

    private Map<ConversationId, Receipt> ofOrganization(UUID organization, List<UUID> ids, Reader reader) {
        Map<ConversationId, Receipt> receipts = new HashMap<>();
        database.useOrganization(
                organization,
                handle -> handle.createQuery(RECEIPTS)
                        .bind("organization", organization)
                        .bindArray("conversations", UUID.class, ids.toArray())
                        .bind("side", reader.sender().wireName())
                        .bind("reader", reader.id())
                        .map((row, _) -> receipts.put(
                                new ConversationId(organization, row.getObject("id", UUID.class)),
                                new Receipt(row.getLong("delivered"), row.getLong("read"), row.getLong("own_read"))))
                        .list());
        return receipts;
    }

    @Override
    public void flush() {
        List<Mark> marks = pending.takeNow();
        while (!marks.isEmpty() && write(marks)) {
            marks = pending.takeNow();
        }
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                if (writeNext()) {
                    pause = FIRST_PAUSE;
                } else {
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            flush();
        } finally {
            table.close();
        }
    }

    private boolean writeNext() throws InterruptedException {
        List<Mark> marks = pending.take();
        try {
            return write(marks);
        } finally {
            pending.settled();
        }
    }

    /// The last message's mark has none after it that would cover it: while the database fails, marks wait.
    ///
    /// @return false when they wait again
    private synchronized boolean write(List<Mark> marks) {
        try {
            for (MarkTable.Raised raised : table.raise(marks)) {
                announce(raised);
            }
        } catch (SQLException e) {
            LOG.warn("{} marks were not written: {}", marks.size(), e.getMessage());
            if (Failures.ofTheDatabase(e)) {
                pending.giveBack(marks);
                return false;
            }
        } catch (RuntimeException e) {
            // A fault of ours must not end the thread.
            LOG.error("{} marks were not written", marks.size(), e);
        }
        return true;
    }

    private void announce(MarkTable.Raised raised) {
        Announcer told = announcer;
        Mark mark = raised.mark();
        if (told == null) {
            return;
        }
        try {
            told.marked(mark.conversation(), raised.visitor(), mark.reader(), mark.delivered(), mark.read());
        } catch (RuntimeException e) {
            LOG.error("announcing a mark failed", e);
        }
    }

    /// Writes what waits, for some seconds at most, then ends.
    @Override
    public void close() {
        Thread working = thread;
        if (working == null) {
            return;
        }
        working.interrupt();
        try {
            if (!working.join(LONGEST_CLOSE)) {
                LOG.warn("the marks that wait are lost; their readers acknowledge again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
