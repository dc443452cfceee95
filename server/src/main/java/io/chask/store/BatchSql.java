package io.chask.store;

/// The statements of a batch. They travel as one text, so they are one round trip and one transaction, but each has a
/// snapshot of its own:
/// the last sees everything that was committed before the locks were granted. One statement would number past a
/// duplicate.
final class BatchSql {

    /// Opens the conversations of visitors' first messages; one that exists stays as it is, whoever's it is. A visitor
    /// who is being merged at this moment is waited for: the conversation is his heir's from the beginning.
    static final String OPEN = """
            insert into conversation (organization_id, id, visitor_id)
            select o.organization_id, o.id, known.visitor_id
            from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as o(organization_id, id, visitor_id),
              lateral (select coalesce(v.merged_into, v.id) as visitor_id from visitor v
                where v.organization_id = o.organization_id and v.id = o.visitor_id for key share) known
            order by 1, 2
            on conflict (organization_id, id) do nothing;
            """;

    /// Takes the locks one by one in the order of the arrays. A locking sub-select cannot be flattened, so the order
    /// holds whatever the
    /// statistics say. NO KEY: does not get in the way of foreign-key checks.
    static final String LOCK = """
            select from unnest(?::uuid[], ?::uuid[]) as k(organization_id, id),
              lateral (select from conversation c where c.organization_id = k.organization_id and c.id = k.id
                for no key update) locked;
            """;

    /// Sorts the drafts out, numbers and stores the new ones, raises their conversations, and tells each draft's
    /// outcome: the ordinals of [Outcome.Kind]. The conversations are locked, so a row's place (ctid) is stable
    /// and the raise needs no join. Only visitors are kept out of a locked conversation; whoever writes else
    /// leaves it resolved.
    /// Of a message that was changed since, the first body is gone: its id, author and side tell a resent draft.
    static final String STORE = """
            with numbered as materialized (
              select *,
                last_sequence + count(*) filter (where outcome = 0) over (
                  partition by organization_id, conversation_id order by place rows unbounded preceding) as sequence,
                greatest(clock_timestamp(), last_message_at) as at
              from (
                select d.organization_id, d.conversation_id, d.id, d.sender, d.author_id, d.content,
                  d.attachments::jsonb as attachments, d.place,
                  c.row, c.visitor_id, c.status, c.last_sequence, c.last_message_at,
                  m.sequence as earlier, m.created_at as earlier_at,
                  case
                    when c.row is null then 5
                    when d.sender = 'user' and d.author_id is distinct from c.visitor_id then 4
                    when m.id is not null then case
                      when m.sender = d.sender and m.author_id is not distinct from d.author_id and m.target_id is null
                        and (m.revision is not null or m.content = d.content
                          and m.attachments is not distinct from d.attachments::jsonb) then 1
                      else 2 end
                    when c.locked and d.sender = 'user' then 3
                    else 0 end as outcome
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[]) with ordinality
                  as d(organization_id, conversation_id, id, sender, author_id, content, attachments, place)
                left join lateral (
                  select c.ctid as row, c.visitor_id, c.status, c.locked, c.last_sequence, c.last_message_at
                  from conversation c
                  where c.organization_id = d.organization_id and c.id = d.conversation_id limit 1) c on true
                left join lateral (
                  select m.id, m.sequence, m.created_at, m.content, m.sender, m.author_id, m.attachments, m.target_id,
                    m.revision
                  from message m
                  where m.organization_id = d.organization_id and m.conversation_id = d.conversation_id and m.id = d.id
                  limit 1) m on true) found),
            stored as (
              insert into message
                (organization_id, conversation_id, id, sequence, sender, author_id, content, attachments, created_at)
              select organization_id, conversation_id, id, sequence, sender, author_id, content, attachments, at
              from numbered where outcome = 0 order by place),
            raised as (
              update conversation c set last_sequence = t.top, last_message_at = t.at,
                listed_at = case when t.at > c.listed_at + interval '5 s' then t.at else c.listed_at end,
                status = case when t.wanted then 'open' else c.status end
              from (
                select row, max(sequence) as top, max(at) as at, bool_or(sender = 'user') as wanted
                from numbered where outcome = 0 group by row) t
              where c.ctid = t.row)
            select outcome, case when outcome = 0 then sequence else earlier end as sequence,
              case when outcome = 0 then at else earlier_at end as at, visitor_id,
              outcome = 0 and sender = 'user' and status = 'resolved' as reopens
            from numbered order by place
            """;

    /// Whom the authors have become, of those who were merged.
    static final String HEIRS = """
            select a.place, v.merged_into
            from unnest(?::uuid[], ?::uuid[]) with ordinality as a(organization_id, id, place),
              lateral (select v.merged_into from visitor v
                where v.organization_id = a.organization_id and v.id = a.id and v.merged_into is not null limit 1) v
            order by 1
            """;

    /// For conversations that exist.
    static final String APPEND = LOCK + STORE;

    /// For conversations that may not exist yet.
    static final String OPEN_AND_APPEND = OPEN + LOCK + STORE;

    private BatchSql() {}
}
