-- What an agent may do, how he proves that it is him, and what was done. Roles first: until now every agent could do what the
-- command line left to agents; from now on somebody must be able to change settings, and he who was there first is the best
-- guess for an owner.
alter table agent
  add column role text not null default 'agent' check (role in ('owner', 'admin', 'agent')),
  add column last_seen_at timestamptz;
comment on column agent.role is 'what he may do; ordered, each may do what the next one may';
comment on column agent.last_seen_at is 'at most a minute too early';

update agent a set role = 'owner' where a.id = (
  select first.id from agent first where first.organization_id = a.organization_id
  order by first.disabled_at is not null, first.created_at, first.id limit 1);

alter table organization add column require_second_factor boolean not null default false;

alter table agent_session
  add column last_seen_at timestamptz not null default now(),
  add column address text,
  add column user_agent text;
comment on column agent_session.last_seen_at is 'at most a minute too early';

-- Apart from the password's hash, so that what reads the one never sees the other (SECURITY.md says what that is worth).
create table agent_totp (
  organization_id uuid not null,
  agent_id uuid not null,
  secret bytea not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (organization_id, agent_id),
  foreign key (organization_id, agent_id) references agent
);
comment on column agent_totp.confirmed_at is 'null until a first code has shown that the app has the secret';
comment on column agent_totp.last_step is 'RFC 6238 time step of the last code taken: none up to it counts again';

create table agent_recovery_code (
  organization_id uuid not null,
  agent_id uuid not null,
  hash bytea not null,
  primary key (organization_id, agent_id, hash),
  foreign key (organization_id, agent_id) references agent_totp on delete cascade
);
comment on table agent_recovery_code is 'SHA-256 of 80 random bits; a used one is deleted';

create table invitation (
  organization_id uuid not null references organization,
  id uuid not null,
  token_hash bytea not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'agent')),
  locale text not null check (locale in ('en', 'es', 'pt-BR')),
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, invited_by) references agent
);
comment on column invitation.invited_by is 'null: the command line';

-- The audit log: a chain of hashes for each organization. audit_chain is its head; whoever appends locks that row, so that
-- lines are numbered one after the other without gaps.
create table audit_chain (
  organization_id uuid primary key references organization,
  length bigint not null,
  hash bytea not null
);

create table audit_entry (
  organization_id uuid not null references organization,
  number bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null,
  hash bytea not null,
  primary key (organization_id, number)
);
create index audit_entry_actor on audit_entry (organization_id, actor_id, number);
create index audit_entry_action on audit_entry (organization_id, action, number);

-- Not even the owner changes a line by mistake. Who switches the trigger off on purpose is found by the chain.
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever appended to';
end $$;
create trigger append_only before update or delete on audit_entry for each row execute function audit_refuse();
create trigger append_only_at_once before truncate on audit_entry for each statement execute function audit_refuse();

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['agent_totp', 'agent_recovery_code', 'invitation', 'audit_chain', 'audit_entry'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;

grant select, insert, update, delete on agent_totp, agent_recovery_code to chask_application;
grant select, insert, update on invitation, audit_chain to chask_application;
grant select, insert on audit_entry to chask_application;
