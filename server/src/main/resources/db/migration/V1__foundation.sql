-- Every table of a tenant has organization_id first in its primary key, forced row-level security, and composite foreign
-- keys, so a row can never point into another organization. The roles exist before this runs (io.chask.database.Roles).

-- Made once; replaced only by a restore from a backup, which makes clients reload instead of resuming.
create table epoch (
  only_row boolean primary key default true check (only_row),
  value uuid not null
);
insert into epoch (value) values (gen_random_uuid());

-- Keys of the server itself, one for each purpose: 244 random bits from the operating system.
create table secret (
  purpose text primary key,
  value bytea not null,
  created_at timestamptz not null default now()
);
insert into secret (purpose, value)
select purpose, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
from unnest(array['attachment-link', 'visitor-request']) as purpose;

create table organization (
  organization_id uuid primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table api_key (
  organization_id uuid not null references organization,
  id uuid not null,
  value text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, value)
);

create table allowed_origin (
  organization_id uuid not null references organization,
  origin text not null,
  primary key (organization_id, origin)
);
create index allowed_origin_known on allowed_origin (origin);

create table widget_settings (
  organization_id uuid primary key references organization,
  locales text[] not null,
  mode text not null,
  primary_color text not null,
  position text not null,
  texts jsonb not null,
  avatar_url text,
  typing boolean not null,
  read_receipts boolean not null,
  reopen boolean not null,
  attachments_enabled boolean not null,
  attachment_max_size bigint not null,
  attachment_max_count integer not null,
  attachment_accept text[] not null
);

create table agent (
  organization_id uuid not null references organization,
  id uuid not null,
  email text not null,
  name text not null,
  avatar_url text,
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (organization_id, id)
);
create unique index agent_email on agent (organization_id, lower(email));
create index agent_sign_in on agent (lower(email));

create table agent_session (
  organization_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  agent_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, agent_id) references agent
);
create index agent_session_agent on agent_session (organization_id, agent_id);

create table visitor (
  organization_id uuid not null references organization,
  id uuid not null,
  token_hash bytea,
  api_key_id uuid,
  user_id text,
  name text,
  email text,
  phone text,
  avatar_url text,
  company_id text,
  company_name text,
  locale text,
  user_created_at timestamptz,
  attributes jsonb not null default '{}',
  page_url text,
  page_title text,
  page_referrer text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, api_key_id) references api_key
);
create unique index visitor_token on visitor (organization_id, token_hash) where token_hash is not null;
comment on column visitor.token_hash is 'SHA-256; stays after a logout, so that a repeated request cannot revive it';
comment on column visitor.api_key_id is 'of the page he was last seen on; when that key is revoked, so is his token';
comment on column visitor.ended_at is 'when the visitor logged out';

-- The hot row: every message raises it. Room in each page keeps its new versions on the same page.
create table conversation (
  organization_id uuid not null,
  id uuid not null,
  visitor_id uuid not null,
  status text not null default 'open' check (status in ('open', 'resolved')),
  locked boolean not null default false,
  last_sequence bigint not null default 0,
  last_message_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, visitor_id) references visitor
) with (
  fillfactor = 60,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02,
  autovacuum_analyze_threshold = 1000
);
comment on column conversation.locked is 'resolved where the organization forbids reopening: takes no more messages';
-- Every index beside the key of conversation and visitor is partial, although its condition always holds: on an empty table
-- all indexes that begin with the organization cost the same, and the writer's plans, made then, must take the key. A
-- look-up by id does not imply the condition, so they cannot be taken for it (a test holds this).
create index conversation_inbox on conversation (organization_id, status, last_message_at, id) where last_message_at is not null;
create index conversation_visitor on conversation (organization_id, visitor_id) where visitor_id is not null;

-- The id constraint is declared after the primary key: without statistics both indexes cost the same, and the planner must
-- take the one with all three columns for a look-up by id (a test holds this).
create table message (
  organization_id uuid not null,
  conversation_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  sender text not null,
  author_id uuid,
  content text not null,
  attachments jsonb,
  created_at timestamptz not null,
  constraint message_sequence primary key (organization_id, conversation_id, sequence),
  constraint message_id unique (organization_id, conversation_id, id),
  foreign key (organization_id, conversation_id) references conversation
);

create table mark (
  organization_id uuid not null,
  conversation_id uuid not null,
  side text not null check (side in ('user', 'agent')),
  reader_id uuid not null,
  delivered bigint not null,
  read bigint not null,
  primary key (organization_id, conversation_id, side, reader_id),
  foreign key (organization_id, conversation_id) references conversation
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

create table attachment (
  organization_id uuid not null references organization,
  id uuid not null,
  uploader text not null check (uploader in ('user', 'agent')),
  uploader_id uuid not null,
  message_id uuid,
  name text not null,
  mime_type text not null,
  declared_type text not null,
  size bigint not null check (size > 0),
  width integer,
  height integer,
  inline boolean not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on column attachment.message_id is 'the message it was given to, set before that message is stored';
create index attachment_uploader on attachment (organization_id, uploader_id);

-- A ticket opens one stream of an agent's console, within seconds.
create table stream_ticket (
  organization_id uuid not null,
  hash bytea not null,
  agent_id uuid not null,
  session_id uuid not null,
  expires_at timestamptz not null,
  primary key (organization_id, hash),
  foreign key (organization_id, session_id) references agent_session on delete cascade
);

create table revocation (
  organization_id uuid not null references organization,
  number bigint generated always as identity,
  kind text not null,
  subject uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, number)
);
create index revocation_time on revocation (created_at);

-- The one read before the organization is known. An address may have agents in several organizations.
create function sign_in_candidates(address text)
returns table (organization_id uuid, id uuid, password_hash text, disabled boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.organization_id, a.id, a.password_hash, a.disabled_at is not null
  from agent a where lower(a.email) = lower(address)
  order by a.created_at desc limit 5;
end;

-- A socket's upgrade names no organization: it is let in if anyone here allows its origin; its first frame decides the rest.
create function origin_known(origins text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (select from allowed_origin a where a.origin = any(origins));
end;
