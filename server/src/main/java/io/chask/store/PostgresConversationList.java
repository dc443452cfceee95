package io.chask.store;

import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Author.Visitor;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.Receipt;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import io.chask.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Lists of conversations in PostgreSQL.
public final class PostgresConversationList implements ConversationList {

    private static final String OWN = " and (:side = 'agent' or c.visitor_id = :reader)";
    private static final String VISIBLE = "select exists (select from conversation c"
            + " where c.organization_id = :organization and c.id = :conversation" + OWN + ")";
    private static final String FIND = SummarySql.SELECT + " and c.id = :conversation" + OWN;
    private static final String OF_VISITOR =
            SummarySql.SELECT + " and c.visitor_id = :reader order by c.last_message_at desc, c.id desc limit :limit";
    private static final String THESE = SummarySql.SELECT + " and c.id = any(:conversations)";
    private static final String POSITIONS = "select id, last_sequence from conversation"
            + " where organization_id = :organization and visitor_id = :visitor"
            + " order by last_message_at desc, id desc limit :limit";

    private final Database database;

    public PostgresConversationList(Database database) {
        this.database = database;
    }

    @Override
    public boolean visible(ConversationId id, Reader reader) {
        return database.inOrganization(
                id.organization(),
                handle -> as(reader, id, handle.createQuery(VISIBLE))
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public Optional<ConversationSummary> find(ConversationId id, Reader reader) {
        return database.inOrganization(
                id.organization(),
                handle -> as(reader, id, handle.createQuery(FIND))
                        .bind("maxUnread", ConversationSummary.MAX_UNREAD)
                        .map((row, _) -> summary(id.organization(), row))
                        .findOne());
    }

    @Override
    public List<ConversationSummary> ofVisitor(UUID organization, UUID visitor, int limit) {
        return database.inOrganization(
                organization,
                handle -> summaries(handle, OF_VISITOR, organization, new Visitor(visitor))
                        .bind("limit", limit)
                        .map((row, _) -> summary(organization, row))
                        .list());
    }

    @Override
    public Map<ConversationId, Long> positions(UUID organization, UUID visitor, int limit) {
        Map<ConversationId, Long> positions = new LinkedHashMap<>();
        database.useOrganization(
                organization,
                handle -> handle.createQuery(POSITIONS)
                        .bind("organization", organization)
                        .bind("visitor", visitor)
                        .bind("limit", limit)
                        .map((row, _) -> positions.put(
                                new ConversationId(organization, row.getObject("id", UUID.class)),
                                row.getLong("last_sequence")))
                        .list());
        return positions;
    }

    @Override
    public List<ConversationSummary> page(UUID organization, InboxQuery query, Agent agent) {
        String sql = PageSql.of(query);
        return database.inOrganization(organization, handle -> {
            Query page = summaries(handle, sql, organization, agent).bind("limit", query.limit());
            ConversationStatus status = query.status();
            if (status != null) {
                page.bind("status", status.wireName());
            }
            InboxQuery.Position after = query.after();
            if (after != null) {
                page.bind("afterTime", after.listedAt()).bind("afterId", after.conversation());
            }
            WorkFilterSql.bind(page, query.work());
            return page.map((row, _) -> summary(organization, row)).list();
        });
    }

    @Override
    public List<ConversationSummary> of(UUID organization, Collection<UUID> conversations, Agent agent) {
        return database.inOrganization(
                organization,
                handle -> summaries(handle, THESE, organization, agent)
                        .bindArray("conversations", UUID.class, conversations.toArray())
                        .map((row, _) -> summary(organization, row))
                        .list());
    }

    @Override
    public StatusResult changeStatus(StatusWish wish) {
        return database.inOrganization(
                wish.conversation().organization(), handle -> new StatusAttempt(handle, wish).run());
    }

    private static Query summaries(Handle handle, String sql, UUID organization, Reader reader) {
        return handle.createQuery(sql)
                .bind("organization", organization)
                .bind("side", reader.sender().wireName())
                .bind("reader", reader.id())
                .bind("maxUnread", ConversationSummary.MAX_UNREAD);
    }

    private static Query as(Reader reader, ConversationId id, Query query) {
        return query.bind("organization", id.organization())
                .bind("conversation", id.value())
                .bind("side", reader.sender().wireName())
                .bind("reader", reader.id());
    }

    private static ConversationSummary summary(UUID organization, ResultSet row) throws SQLException {
        return new ConversationSummary(
                new ConversationId(organization, row.getObject("conversation", UUID.class)),
                row.getObject("visitor_id", UUID.class),
                ConversationStatus.of(row.getString("status")),
                row.getLong("last_sequence"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("listed_at").toInstant(),
                row.getObject("id", UUID.class) == null ? null : StoredMessages.message(organization, row),
                new Receipt(row.getLong("delivered"), row.getLong("read"), row.getLong("own_read")),
                row.getInt("unread"));
    }
}
