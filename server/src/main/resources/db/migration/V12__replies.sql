-- Answers that agents use again and again, in the organization's languages.
create table canned_reply (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null check (name <> ''),
  texts jsonb not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index canned_reply_name on canned_reply (organization_id, lower(name));
comment on column canned_reply.texts is 'by locale; with variables such as {{visitor.name}}, filled in by the console';

do $$
declare
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  alter table canned_reply enable row level security;
  alter table canned_reply force row level security;
  create policy owner on canned_reply to current_user using (true) with check (true);
  execute format(
    'create policy organization on canned_reply to chask_application using %s with check %s', named, named);
end $$;

grant select, insert, update, delete on canned_reply to chask_application;
