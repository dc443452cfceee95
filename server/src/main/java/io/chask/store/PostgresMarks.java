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
        thread = Thread.ofPlatform().name("mark-writer").start(this::work);
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
        for (List<Mark> marks = pending.takeNow(); !marks.isEmpty(); marks = pending.takeNow()) {
            write(marks);
        }
    }

    private void work() {
        try {
            while (true) {
                List<Mark> marks = pending.take();
                try {
                    if (!write(marks)) {
                        // They rest like written ones do. Without this, what was read while the database was away
                        // would be shown as unread until its reader reads on.
                        marks.forEach(pending::add);
                    }
                } finally {
                    pending.settled();
                }
            }
        } catch (InterruptedException e) {
            flush();
        } finally {
            table.close();
        }
    }

    /// False when the database failed and the same marks may be written later. Any other failure drops them: marks are
    /// cumulative, the reader's next one covers it.
    private synchronized boolean write(List<Mark> marks) {
        try {
            for (MarkTable.Raised raised : table.raise(marks)) {
                announce(raised);
            }
            return true;
        } catch (SQLException e) {
            LOG.warn("{} marks were not written: {}", marks.size(), e.getMessage());
            return !Failures.ofTheDatabase(e);
        }
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

    /// Writes what waits, then ends.
    @Override
    public void close() {
        Thread working = thread;
        if (working == null) {
            return;
        }
        working.interrupt();
        try {
            working.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
