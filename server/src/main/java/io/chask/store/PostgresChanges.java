package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Changes;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Sender;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Changes in PostgreSQL, read by the watcher's role for many organizations at once.
public final class PostgresChanges implements Changes {

    /// Newest first; what is beyond is found by its clients, who see the hole with the next message.
    private static final int MOST = 50_000;

    private static final String RECENTLY = " >= now() - make_interval(secs => :seconds)";
    /// The inbox's time lags behind the last message by as much.
    private static final String RECENTLY_LISTED = " >= now() - make_interval(secs => :seconds + 5)";

    // Says what is always true of the status: the index of the inbox is walked by it.
    static final String ADVANCED = """
            select c.organization_id, c.id, c.visitor_id, c.last_sequence from conversation c
            where c.organization_id = any(:organizations) and c.status in ('open', 'resolved')
              and c.listed_at""" + RECENTLY_LISTED + " order by c.listed_at desc limit :most";
    static final String RESTATED = """
            select c.organization_id, c.id, c.visitor_id, c.last_sequence, c.changed_at from conversation c
            where c.organization_id = any(:organizations)
              and c.changed_at""" + RECENTLY + " order by c.changed_at desc limit :most";
    static final String MARKED = """
            select k.organization_id, k.conversation_id as id, c.visitor_id, k.side, k.reader_id, k.delivered, k.read
            from mark k
            join conversation c on c.organization_id = k.organization_id and c.id = k.conversation_id
            where k.organization_id = any(:organizations)
              and k.changed_at""" + RECENTLY + " order by k.changed_at desc limit :most";

    private final Database watcher;

    /// @param watcher pool of the watcher's role
    public PostgresChanges(Database watcher) {
        this.watcher = watcher;
    }

    @Override
    public Found within(Collection<UUID> organizations, Duration window) {
        return watcher.outsideOrganizations(handle -> new Found(
                list(handle, ADVANCED, organizations, window, PostgresChanges::advanced),
                list(handle, RESTATED, organizations, window, PostgresChanges::restated),
                list(handle, MARKED, organizations, window, PostgresChanges::marked)));
    }

    private static <T> List<T> list(
            Handle handle, String sql, Collection<UUID> organizations, Duration window, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bindArray("organizations", UUID.class, organizations.toArray())
                .bind("seconds", window.toMillis() / 1e3)
                .bind("most", MOST)
                .map(mapper)
                .list();
    }

    private static Advanced advanced(ResultSet row, Object context) throws SQLException {
        return new Advanced(conversation(row), visitor(row), row.getLong("last_sequence"));
    }

    private static Restated restated(ResultSet row, Object context) throws SQLException {
        return new Restated(
                conversation(row),
                visitor(row),
                row.getLong("last_sequence"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Marked marked(ResultSet row, Object context) throws SQLException {
        return new Marked(conversation(row), visitor(row), reader(row), row.getLong("delivered"), row.getLong("read"));
    }

    private static Reader reader(ResultSet row) throws SQLException {
        var id = row.getObject("reader_id", UUID.class);
        return Sender.of(row.getString("side")) == Sender.AGENT ? new Author.Agent(id) : new Author.Visitor(id);
    }

    private static ConversationId conversation(ResultSet row) throws SQLException {
        return new ConversationId(row.getObject("organization_id", UUID.class), row.getObject("id", UUID.class));
    }

    private static UUID visitor(ResultSet row) throws SQLException {
        return row.getObject("visitor_id", UUID.class);
    }
}
