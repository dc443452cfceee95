-- Whom a customer's own server vouches for. Off until somebody switches it on.
create table identity_settings (
  organization_id uuid primary key references organization,
  mode text not null check (mode in ('off', 'optional', 'enforced')),
  issuer text,
  audience text,
  jwks_url text,
  check ((issuer is null) = (audience is null) and (issuer is null) = (jwks_url is null))
);

-- A shared secret is derived from the server's key and this id (docs/decisions/0012), so no row gives one away.
create table identity_secret (
  organization_id uuid not null references organization,
  id uuid not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (organization_id, id)
);
insert into secret (purpose, value)
values ('identity', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Beside the key every index of visitor is partial, for the reason given in V1.
alter table visitor
  add column verified_user_id text,
  add column verified_at timestamptz,
  add column verified_claims text[] not null default '{}',
  add column merged_into uuid,
  add column token_expires_at timestamptz,
  add foreign key (organization_id, merged_into) references visitor;
create unique index visitor_verified on visitor (organization_id, verified_user_id) where verified_user_id is not null;
create index visitor_merged on visitor (organization_id, merged_into) where merged_into is not null;
comment on column visitor.verified_user_id is 'the subject of his identity token; at most one visitor of an organization has it';
comment on column visitor.verified_claims is 'which of his data the last token vouched for';
comment on column visitor.merged_into is 'the verified visitor who has his conversations now';
comment on column visitor.token_expires_at is 'a minute after he was identified: from then on only the new token counts';

-- One for each device of a verified visitor; ends with the identity token it was given for.
create table visitor_session (
  organization_id uuid not null,
  id uuid not null,
  visitor_id uuid not null,
  token_hash bytea not null,
  api_key_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, visitor_id) references visitor,
  foreign key (organization_id, api_key_id) references api_key
);
create index visitor_session_visitor on visitor_session (organization_id, visitor_id);

-- Gives all of one visitor's conversations to another. The application may not change who wrote what; it may do this.
-- Locks are taken in the order of the lanes. Each statement sees what was committed before its locks were granted.
create function move_conversations(organization uuid, former uuid, heir uuid) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  moved uuid[];
begin
  if organization is distinct from nullif(current_setting('app.organization', true), '')::uuid then
    raise exception 'another organization';
  end if;
  perform from conversation c where c.organization_id = organization and c.visitor_id = former and c.visitor_id is not null
    order by c.id for no key update;
  with changed as (
    update conversation c set visitor_id = heir, changed_at = clock_timestamp()
    where c.organization_id = organization and c.visitor_id = former and c.visitor_id is not null
    returning c.id)
  select coalesce(array_agg(id), '{}') into moved from changed;
  update message m set author_id = heir
  where m.organization_id = organization and m.conversation_id = any(moved) and m.sender = 'user' and m.author_id = former;
  update mark k set reader_id = heir
  where k.organization_id = organization and k.conversation_id = any(moved) and k.side = 'user' and k.reader_id = former;
  update attachment a set uploader_id = heir
  where a.organization_id = organization and a.uploader = 'user' and a.uploader_id = former;
  return cardinality(moved);
end $$;
revoke execute on function move_conversations from public;
grant execute on function move_conversations to chask_application;

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['identity_settings', 'identity_secret', 'visitor_session'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;
grant select, insert, update on identity_settings, identity_secret, visitor_session to chask_application;

-- A lane that opens a conversation locks its visitor against being merged at this moment, which needs the right to change
-- him; the policy lets no change through.
grant update (merged_into) on visitor to chask_writer;
create policy writer_locks on visitor for update to chask_writer using (true) with check (false);
