-- Who is there, who gets what, and who did what with a conversation. None of it is in the hot rows: the message writer
-- touches none of these tables (docs/decisions/0015).

-- Written by whichever node has a stream of the agent open, every few seconds. Whether he is online is a matter of the
-- time at which one asks; what stands here are the times.
create table agent_presence (
  organization_id uuid not null,
  agent_id uuid not null,
  choice text not null default 'online' check (choice in ('online', 'away', 'offline')),
  chosen_at timestamptz not null default '-infinity',
  seen_at timestamptz not null default '-infinity',
  active_at timestamptz not null default '-infinity',
  capacity integer check (capacity between 0 and 1000),
  routed_at timestamptz not null default '-infinity',
  primary key (organization_id, agent_id),
  foreign key (organization_id, agent_id) references agent
);
comment on column agent_presence.seen_at is 'a stream of his was open then, on any node';
comment on column agent_presence.active_at is 'he moved or wrote something then, in any of his pages';
comment on column agent_presence.capacity is 'open conversations he is given at most; the organization''s when null';
comment on column agent_presence.routed_at is 'when he was given a conversation last: of two equals the other is next';

create table routing_settings (
  organization_id uuid not null primary key references organization,
  mode text not null default 'manual' check (mode in ('manual', 'least_loaded')),
  capacity integer not null default 10 check (capacity between 0 and 1000),
  away_after_minutes integer not null default 10 check (away_after_minutes between 1 and 1440),
  give_back_after_minutes integer default 30 check (give_back_after_minutes between 1 and 10080)
);
comment on table routing_settings is 'its row is the lock of whoever gives conversations out, on any node';

create table team (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index team_name on team (organization_id, lower(name));

create table team_member (
  organization_id uuid not null,
  team_id uuid not null,
  agent_id uuid not null,
  primary key (organization_id, team_id, agent_id),
  foreign key (organization_id, team_id) references team on delete cascade,
  foreign key (organization_id, agent_id) references agent
);

alter table conversation_work
  add column team_id uuid,
  add column assigned_at timestamptz,
  add column kept_back boolean not null default false,
  add foreign key (organization_id, team_id) references team;
comment on column conversation_work.kept_back is
  'somebody took it from its agent by hand: nobody is given it until it is resolved, assigned or moved';
create index conversation_work_team on conversation_work (organization_id, team_id) where team_id is not null;

-- What agents and the routing did with a conversation. A log of its own, beside the messages: visitors are sent messages.
create table work_event (
  organization_id uuid not null,
  conversation_id uuid not null,
  number bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('assigned', 'unassigned', 'routed', 'given_back', 'moved', 'resolved', 'reopened',
    'snoozed', 'woken')),
  actor_id uuid,
  agent_id uuid,
  team text,
  until timestamptz,
  primary key (organization_id, conversation_id, number),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, actor_id) references agent,
  foreign key (organization_id, agent_id) references agent
);
comment on column work_event.actor_id is 'the agent who did it; the server itself when null';
comment on column work_event.agent_id is 'who got the conversation, or lost it';
comment on column work_event.team is 'the name of the team it was moved to, as it was then';

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['agent_presence', 'routing_settings', 'team', 'team_member', 'work_event']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;

grant select, insert, update on agent_presence, routing_settings to chask_application;
grant select, insert, update, delete on team to chask_application;
grant select, insert, delete on team_member to chask_application;
grant select, insert on work_event to chask_application;

grant select (organization_id, agent_id, choice, seen_at, active_at) on agent_presence to chask_watcher;
grant select (organization_id, mode, away_after_minutes) on routing_settings to chask_watcher;
create policy watcher_reads on agent_presence for select to chask_watcher using (true);
create policy watcher_reads on routing_settings for select to chask_watcher using (true);
