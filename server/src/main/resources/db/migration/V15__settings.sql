-- What admins set in the console. Hours as one value: they are read and written as a whole, and nothing asks for a part.
alter table organization add column hours jsonb;
comment on column organization.hours is 'time zone, spans of the week and days off; null: always open';

alter table widget_settings
  add column offset_x integer not null default 20,
  add column offset_y integer not null default 20,
  add column corner_radius integer not null default 16,
  add column launcher text not null default 'circle',
  add column when_closed text not null default 'write';
comment on column widget_settings.when_closed is 'outside the opening hours: write, or hide the launcher';

-- A key that is replaced goes on for a while. It is revoked when its time has come, not by a comparison of times wherever a
-- key is looked at: revoking ends what runs on it, and stands in the audit log.
alter table api_key
  add column retires_at timestamptz,
  add column last_used_at timestamptz;
comment on column api_key.last_used_at is 'when a page last showed it; some minutes too early';
create index api_key_retiring on api_key (retires_at) where retires_at is not null and revoked_at is null;
grant select (organization_id, id, retires_at, revoked_at) on api_key to chask_watcher;
create policy watcher_reads on api_key for select to chask_watcher using (true);

-- Pages on which a visitor was met, for whoever answers him: the last ones only, written when his session begins or goes on.
create table visitor_visit (
  organization_id uuid not null,
  visitor_id uuid not null,
  number bigint generated always as identity,
  at timestamptz not null,
  page_url text not null,
  page_title text,
  primary key (organization_id, visitor_id, number),
  foreign key (organization_id, visitor_id) references visitor on delete cascade
);
alter table visitor_visit enable row level security;
alter table visitor_visit force row level security;
create policy owner on visitor_visit to current_user using (true) with check (true);
create policy organization on visitor_visit to chask_application
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
grant select, insert, delete on visitor_visit to chask_application;
