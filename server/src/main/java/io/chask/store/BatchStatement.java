package io.chask.store;

import io.chask.conversation.ConversationId;
import io.chask.conversation.Sender;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs a batch on a connection of the writer role: binds its drafts as arrays, reads the outcomes.
final class BatchStatement {

    private static final Outcome.Kind[] KINDS = Outcome.Kind.values();

    private final Connection connection;
    private final PreparedStatement append;
    private final PreparedStatement openAndAppend;

    BatchStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.append = connection.prepareStatement(BatchSql.APPEND);
        this.openAndAppend = connection.prepareStatement(BatchSql.OPEN_AND_APPEND);
    }

    /// Commits a batch; one outcome for each entry, in the same order.
    ///
    /// @param batch in [Entry#LOCK_ORDER], no message key twice
    List<Outcome> append(List<Entry> batch) throws SQLException {
        bindAppend(append, 1, batch);
        append.execute();
        append.getMoreResults();
        return outcomes(append, batch.size());
    }

    /// As [#append], but first opens the conversations for their senders, who are visitors.
    List<Outcome> openAndAppend(List<Entry> batch) throws SQLException {
        openAndAppend.setObject(1, column(batch, entry -> entry.conversation().organization()));
        openAndAppend.setObject(2, column(batch, entry -> entry.conversation().value()));
        openAndAppend.setObject(3, column(batch, entry -> entry.draft.author().id()));
        bindAppend(openAndAppend, 4, batch);
        openAndAppend.execute();
        openAndAppend.getMoreResults();
        openAndAppend.getMoreResults();
        return outcomes(openAndAppend, batch.size());
    }

    /// The entries whose authors were merged into other visitors, now in their names.
    List<Entry> followed(List<Entry> batch) throws SQLException {
        List<Entry> followed = new ArrayList<>();
        try (PreparedStatement heirs = connection.prepareStatement(BatchSql.HEIRS)) {
            heirs.setObject(1, column(batch, entry -> entry.conversation().organization()));
            heirs.setObject(2, column(batch, entry -> entry.draft.author().id()));
            try (ResultSet rows = heirs.executeQuery()) {
                while (rows.next()) {
                    Entry entry = batch.get(rows.getInt(1) - 1);
                    entry.follow(rows.getObject(2, UUID.class));
                    followed.add(entry);
                }
            }
        }
        return followed;
    }

    private void bindAppend(PreparedStatement statement, int first, List<Entry> batch) throws SQLException {
        var conversations = new LinkedHashSet<ConversationId>();
        batch.forEach(entry -> conversations.add(entry.conversation()));
        int at = first;
        statement.setObject(
                at++,
                new UuidArray(
                        conversations.stream().map(ConversationId::organization).toList()));
        statement.setObject(
                at++,
                new UuidArray(conversations.stream().map(ConversationId::value).toList()));
        statement.setObject(at++, column(batch, entry -> entry.conversation().organization()));
        statement.setObject(at++, column(batch, entry -> entry.conversation().value()));
        statement.setObject(at++, column(batch, entry -> entry.draft.id()));
        statement.setArray(at++, texts(batch, entry -> sender(entry).wireName()));
        statement.setObject(at++, column(batch, entry -> entry.draft.author().id()));
        statement.setArray(at++, texts(batch, entry -> entry.draft.content()));
        statement.setArray(at, texts(batch, entry -> entry.attachments));
    }

    private static Sender sender(Entry entry) {
        return entry.draft.author().sender();
    }

    private static UuidArray column(List<Entry> batch, Function<Entry, @Nullable UUID> value) {
        List<@Nullable UUID> column = new ArrayList<>(batch.size());
        for (Entry entry : batch) {
            column.add(value.apply(entry));
        }
        return new UuidArray(column);
    }

    private java.sql.Array texts(List<Entry> batch, Function<Entry, @Nullable String> value) throws SQLException {
        @Nullable String[] column = new @Nullable String[batch.size()];
        for (int at = 0; at < column.length; at++) {
            column[at] = value.apply(batch.get(at));
        }
        return connection.createArrayOf("text", column);
    }

    private static List<Outcome> outcomes(PreparedStatement statement, int expected) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>(expected);
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                OffsetDateTime at = rows.getObject(3, OffsetDateTime.class);
                outcomes.add(new Outcome(
                        KINDS[rows.getInt(1)],
                        rows.getLong(2),
                        at == null ? null : at.toInstant(),
                        rows.getObject(4, UUID.class),
                        rows.getBoolean(5)));
            }
        }
        if (outcomes.size() != expected) {
            throw new SQLException(
                    "the batch statement gave " + outcomes.size() + " outcomes for " + expected + " drafts");
        }
        return outcomes;
    }
}
