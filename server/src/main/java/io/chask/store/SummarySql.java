package io.chask.store;

/// The query of conversations with their last message, marks and unread count.
final class SummarySql {

    /// To be followed by conditions on `c`. Binds `:side` and `:reader`.
    static final String SELECT = "select " + StoredMessages.COLUMNS + """
            , c.id as conversation, c.visitor_id, c.status, c.last_sequence, c.created_at as opened_at, c.listed_at,
              r.delivered, r.read, r.own_read, u.unread
            from conversation c
            left join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
              and m.sequence = c.last_sequence
            """ + MarkSql.RECEIPT + """
            left join lateral (
              select count(*) as unread from (
                select from message n where n.organization_id = c.organization_id and n.conversation_id = c.id
                  and n.sequence > r.own_read and (n.sender = 'user') = (:side = 'agent') limit :maxUnread) counted) u on true
            where c.organization_id = :organization
            """;

    private SummarySql() {}
}
