-- What agents do with conversations besides writing in them. All of it stands in tables of its own: the row of the
-- conversation is the hot one, and stays as small as the writer needs it (docs/decisions/0011).

create table conversation_work (
  organization_id uuid not null,
  conversation_id uuid not null,
  assignee_id uuid,
  snoozed_until timestamptz,
  snoozed_after bigint,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, assignee_id) references agent,
  check ((snoozed_until is null) = (snoozed_after is null))
);
comment on column conversation_work.snoozed_after is
  'the last sequence when it was snoozed: a message of the visitor above it has woken it, without a write by the writer';
create index conversation_work_assignee on conversation_work (organization_id, assignee_id) where assignee_id is not null;
-- What is due, over all organizations: asked every second.
create index conversation_work_due on conversation_work (snoozed_until) where snoozed_until is not null;

create table tag (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index tag_name on tag (organization_id, lower(name));

create table conversation_tag (
  organization_id uuid not null,
  conversation_id uuid not null,
  tag_id uuid not null,
  primary key (organization_id, conversation_id, tag_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, tag_id) references tag on delete cascade
);
create index conversation_tag_tag on conversation_tag (organization_id, tag_id);

-- Agents' words to each other. Not messages, so that nothing that sends messages to visitors can ever meet one.
create table note (
  organization_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  after_sequence bigint not null,
  content text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, conversation_id, id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, author_id) references agent
);
comment on column note.after_sequence is 'its place in the thread: below the message of this sequence';

create table mention (
  organization_id uuid not null,
  agent_id uuid not null,
  conversation_id uuid not null,
  note_id uuid not null,
  seen_at timestamptz,
  primary key (organization_id, agent_id, conversation_id, note_id),
  foreign key (organization_id, conversation_id, note_id) references note on delete cascade,
  foreign key (organization_id, agent_id) references agent
);

-- How far the words of a conversation go. Behind its last sequence, or without `described`: the worker's to do.
create table search_progress (
  organization_id uuid not null,
  conversation_id uuid not null,
  indexed bigint not null,
  described boolean not null,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);

-- Words by which conversations are found; filled after the commit by a worker that may lag (docs/decisions/0011).
-- Sequence 0 holds the visitor's name and e-mail address and the tags. Hangs on the progress, not on the conversation:
-- each check of a foreign key locks the row it points to, and that one is hot.
create table search_entry (
  organization_id uuid not null,
  conversation_id uuid not null,
  sequence bigint not null,
  language text not null,
  written_at timestamptz not null,
  words tsvector not null,
  primary key (organization_id, conversation_id, sequence),
  foreign key (organization_id, conversation_id) references search_progress on delete cascade
);
comment on column search_entry.words is 'holds the organization as a word too: the index finds it by both at once';
create index search_entry_words on search_entry using gin (words);

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['conversation_work', 'tag', 'conversation_tag', 'note', 'mention',
    'search_entry', 'search_progress']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;

grant select, insert, update on conversation_work, mention, search_progress to chask_application;
grant select, insert, update, delete on tag, search_entry to chask_application;
grant select, insert, delete on conversation_tag to chask_application;
grant select, insert on note to chask_application;
-- A conversation that has woken stands where a new message would have put it.
grant update (listed_at) on conversation to chask_application;

grant select (organization_id, conversation_id, snoozed_until) on conversation_work to chask_watcher;
grant select (organization_id, conversation_id, indexed, described) on search_progress to chask_watcher;
create policy watcher_reads on conversation_work for select to chask_watcher using (true);
create policy watcher_reads on search_progress for select to chask_watcher using (true);

-- The query of what somebody typed: each word may stand as a word of one of the three languages, or begin one as it is
-- written, without accents. The plain forms are the caller's, who has indexed the plain forms of the texts the same way.
create function search_query(typed text[], plain text[]) returns tsquery
language plpgsql stable set search_path = pg_catalog, pg_temp set client_min_messages = warning
as $$
declare
  whole tsquery;
  part tsquery;
begin
  for place in 1 .. cardinality(typed) loop
    part := plainto_tsquery('spanish', typed[place]) || plainto_tsquery('portuguese', typed[place])
      || plainto_tsquery('english', typed[place]) || (quote_literal(plain[place]) || ':*')::tsquery;
    whole := case when whole is null then part else whole && part end;
  end loop;
  return whole;
end $$;

-- The best of the organization that the transaction names, a conversation a row. Runs as the owner, because behind
-- row-level security no index on words can be used: `@@` is not leakproof. It asks for the named organization by itself.
create function search_conversations(query tsquery, most integer)
returns table (conversation_id uuid, rank real, matches bigint, sequence bigint, language text, written_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select f.conversation_id, max(f.rank), count(*) filter (where f.sequence > 0),
    (array_agg(f.sequence order by f.rank desc, f.sequence desc) filter (where f.sequence > 0))[1],
    (array_agg(f.language order by f.rank desc, f.sequence desc))[1], max(f.written_at)
  from (
    select e.conversation_id, e.sequence, e.language, e.written_at, ts_rank(e.words, query) as rank
    from search_entry e
    where e.organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)
      and e.words @@ (query
        && quote_literal('=' || (select nullif(current_setting('app.organization', true), '')::uuid))::tsquery)
    order by e.written_at desc limit most) f
  group by f.conversation_id;
end;
revoke execute on function search_conversations from public;
grant execute on function search_conversations, search_query to chask_application;
