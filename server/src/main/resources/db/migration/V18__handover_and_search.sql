-- What an agent had is nobody's once he is disabled; those who were disabled before still have theirs.
with owned as (
  select w.organization_id, w.conversation_id, w.assignee_id from conversation_work w
  join agent a on a.organization_id = w.organization_id and a.id = w.assignee_id
  where a.disabled_at is not null),
freed as (
  update conversation_work w set assignee_id = null, assigned_at = now() from owned o
  where w.organization_id = o.organization_id and w.conversation_id = o.conversation_id)
insert into work_event (organization_id, conversation_id, kind, agent_id)
select o.organization_id, o.conversation_id, 'given_back', o.assignee_id from owned o
join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
where c.status = 'open';

-- Each word may stand in another entry of the conversation: the visitor's name, one message, another message. Those are
-- weighed in which one entry has all words; unless there are enough of them, also those that have the rarest word; of
-- each the newest. Their other entries are then read by the key, however many conversations have a frequent word.
drop function search_conversations(tsquery, integer);
create function search_conversations(queries tsquery[], most integer)
returns table (conversation_id uuid, rank real, matches bigint, sequence bigint, language text, written_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with here as materialized (
    select nullif(current_setting('app.organization', true), '')::uuid as id),
  wanted as materialized (
    select w.query, w.place, w.query && quote_literal('=' || h.id)::tsquery as here
    from here h, unnest(queries) with ordinality as w(query, place)),
  together as materialized (
    select string_agg('(' || query::text || ')', '&')::tsquery && min(quote_literal('=' || h.id))::tsquery as every,
      string_agg('(' || query::text || ')', '|')::tsquery as either
    from wanted, here h),
  whole as materialized (
    select e.conversation_id, e.sequence from search_entry e
    where e.organization_id = (select id from here) and e.words @@ (select every from together)
    order by e.written_at desc limit most),
  rarest as materialized (
    select w.here from wanted w where cardinality(queries) > 1 and (select count(*) from whole) < most
    order by (select count(*) from (
      select from search_entry e where e.organization_id = (select id from here) and e.words @@ w.here limit most) counted)
    limit 1),
  part as materialized (
    select e.conversation_id from search_entry e
    where e.organization_id = (select id from here) and e.words @@ (select r.here from rarest r)
    order by e.written_at desc limit most),
  entry as (
    select e.* from whole c, lateral (select * from search_entry s where s.organization_id = (select id from here)
        and s.conversation_id = c.conversation_id and s.sequence = c.sequence offset 0) e
    where cardinality(queries) = 1
    union all
    select e.* from (select c.conversation_id from whole c union select c.conversation_id from part c) c,
      lateral (select * from search_entry s where s.organization_id = (select id from here)
        and s.conversation_id = c.conversation_id offset 0) e
    where cardinality(queries) > 1 and e.words @@ (select either from together)),
  hit as materialized (
    select e.conversation_id, e.sequence, e.language, e.written_at, w.place, ts_rank(e.words, w.query) as rank
    from entry e join wanted w on e.words @@ w.query),
  complete as (
    select b.conversation_id, sum(b.rank) as rank
    from (select h.conversation_id, h.place, max(h.rank)::float8 as rank from hit h group by 1, 2) b
    group by 1 having count(*) = cardinality(queries)),
  text as (
    select h.conversation_id, h.sequence, min(h.language) as language, max(h.written_at) as written_at,
      count(*) as words, sum(h.rank::float8) as rank, max(count(*)) filter (where h.sequence > 0)
        over (partition by h.conversation_id) as most_words
    from hit h group by 1, 2)
  select c.conversation_id, (c.rank + max(t.rank))::real,
    count(*) filter (where t.sequence > 0 and t.words = t.most_words),
    (array_agg(t.sequence order by t.words desc, t.rank desc, t.sequence desc) filter (where t.sequence > 0))[1],
    (array_agg(t.language order by t.words desc, t.rank desc, t.sequence desc))[1], max(t.written_at)
  from complete c join text t on t.conversation_id = c.conversation_id
  group by c.conversation_id, c.rank;
end;
revoke execute on function search_conversations from public;
grant execute on function search_conversations to chask_application;

-- Phone, company and the id of the user, and the names of files, are words now: what there is, is read again.
update search_progress p set described = false, indexed = case when exists (
  select from message m where m.organization_id = p.organization_id and m.conversation_id = p.conversation_id
    and m.attachments is not null) then 0 else p.indexed end;
