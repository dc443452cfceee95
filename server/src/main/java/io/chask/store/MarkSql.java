package io.chask.store;

/// The statements of marks.
final class MarkSql {

    /// Raises many marks at once. Clamps them to the last sequence, skips conversations the reader does not have, and
    /// gives back those that
    /// have grown. Rows are touched in key order, so that two nodes cannot deadlock.
    /// The indexed time is coarse: most updates leave it alone, and so stay on their page.
    static final String RAISE = """
            with given as materialized (
              select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[])
                as g(organization_id, conversation_id, side, reader_id, delivered, read)),
            clamped as materialized (
              select g.organization_id, g.conversation_id, g.side, g.reader_id,
                least(g.delivered, c.last_sequence) as delivered, least(g.read, c.last_sequence) as read
              from given g, lateral (
                select c.visitor_id, c.last_sequence from conversation c
                where c.organization_id = g.organization_id and c.id = g.conversation_id limit 1) c
              where g.side = 'agent' or c.visitor_id = g.reader_id)
            insert into mark as m (organization_id, conversation_id, side, reader_id, delivered, read, changed_at)
            select *, clock_timestamp() from clamped where delivered > 0
            order by organization_id, conversation_id, side, reader_id
            on conflict (organization_id, conversation_id, side, reader_id) do update
              set delivered = greatest(m.delivered, excluded.delivered), read = greatest(m.read, excluded.read),
                changed_at = case when m.changed_at > excluded.changed_at - interval '5 seconds' then m.changed_at
                  else excluded.changed_at end
              where m.delivered < excluded.delivered or m.read < excluded.read
            returning m.organization_id, m.conversation_id, m.side, m.reader_id, m.delivered, m.read, (
              select c.visitor_id from conversation c
              where c.organization_id = m.organization_id and c.id = m.conversation_id)
            """;

    /// What one reader sees of the marks of conversation `c`: as a lateral join named `r`.
    static final String RECEIPT = """
            left join lateral (
              select coalesce(max(k.delivered) filter (where k.side <> :side), 0) as delivered,
                coalesce(max(k.read) filter (where k.side <> :side), 0) as read,
                coalesce(max(k.read) filter (where k.side = :side and k.reader_id = :reader), 0) as own_read
              from mark k where k.organization_id = c.organization_id and k.conversation_id = c.id) r on true
            """;

    private MarkSql() {}
}
