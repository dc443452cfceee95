package io.chask.store;

/// The query of conversations with their last message, marks and unread count.
final class SummarySql {

    /// To be followed by conditions on `c`. Binds `:side` and `:reader`.
    static final String SELECT = "select " + StoredMessages.COLUMNS + """
            , c.id as conversation, c.visitor_id, c.status, c.last_sequence, c.created_at as opened_at, c.listed_at,
              r.delivered, r.read, r.own_read, u.unread
            from conversation c
            left join lateral (
              select * from message l where l.organization_id = c.organization_id and l.conversation_id = c.id
                and l.target_id is null and l.deleted_at is null order by l.sequence desc limit 1) m on true
            """ + MarkSql.RECEIPT + """
            left join lateral (
              select count(*) as unread from (
                select from message n where n.organization_id = c.organization_id and n.conversation_id = c.id
                  and n.sequence > r.own_read and n.target_id is null
                  and (n.sender = 'user') = (:side = 'agent') limit :maxUnread) counted) u on true
            where c.organization_id = :organization
            """;

    private SummarySql() {}
}
