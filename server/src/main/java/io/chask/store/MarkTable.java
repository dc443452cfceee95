package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.conversation.Sender;
import io.chask.database.WriterConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes marks of many organizations in one statement, on a connection of the writer role.
final class MarkTable implements AutoCloseable {

    private final WriterConnections connections;
    private @Nullable Connection connection;

    MarkTable(WriterConnections connections) {
        this.connections = connections;
    }

    /// A mark that has grown.
    record Raised(Mark mark, UUID visitor) {}

    /// Raises the marks; gives those that have grown.
    ///
    /// @throws SQLException when the database failed; the next call connects anew
    List<Raised> raise(List<Mark> marks) throws SQLException {
        try {
            Connection ready = connection();
            try (PreparedStatement statement = ready.prepareStatement(MarkSql.RAISE)) {
                bind(ready, statement, marks);
                try (ResultSet rows = statement.executeQuery()) {
                    return raised(rows);
                }
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Mark> marks) throws SQLException {
        statement.setObject(
                1,
                new UuidArray(marks.stream()
                        .map(mark -> mark.conversation().organization())
                        .toList()));
        statement.setObject(
                2,
                new UuidArray(
                        marks.stream().map(mark -> mark.conversation().value()).toList()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text",
                        marks.stream()
                                .map(mark -> mark.reader().sender().wireName())
                                .toArray()));
        statement.setObject(
                4, new UuidArray(marks.stream().map(mark -> mark.reader().id()).toList()));
        statement.setArray(
                5,
                connection.createArrayOf(
                        "bigint", marks.stream().map(Mark::delivered).toArray()));
        statement.setArray(
                6,
                connection.createArrayOf(
                        "bigint", marks.stream().map(Mark::read).toArray()));
    }

    private static List<Raised> raised(ResultSet rows) throws SQLException {
        List<Raised> raised = new ArrayList<>();
        while (rows.next()) {
            ConversationId conversation =
                    new ConversationId(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            Reader reader = reader(Sender.of(rows.getString(3)), rows.getObject(4, UUID.class));
            raised.add(new Raised(
                    new Mark(conversation, reader, rows.getLong(5), rows.getLong(6)), rows.getObject(7, UUID.class)));
        }
        return raised;
    }

    private static Reader reader(Sender side, UUID id) {
        return side == Sender.AGENT ? new Author.Agent(id) : new Author.Visitor(id);
    }

    private Connection connection() throws SQLException {
        Connection ready = connection;
        if (ready == null) {
            ready = connections.open();
            connection = ready;
        }
        return ready;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                // It is broken already; there is nothing left to give back.
            }
        }
    }
}
