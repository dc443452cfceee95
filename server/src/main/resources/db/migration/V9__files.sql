-- What an organization may keep, and what it keeps now. The row is raised in the transaction that writes the file's row and
-- before its bytes are stored: two uploads at once cannot pass the limit together, and bytes never lie there unnamed.
alter table widget_settings add column attachment_quota bigint not null default 0 check (attachment_quota >= 0);
comment on column widget_settings.attachment_quota is 'bytes; 0: only the limit of the server';

create table attachment_usage (
  organization_id uuid primary key references organization,
  bytes bigint not null check (bytes >= 0)
);
insert into attachment_usage select organization_id, sum(size) from attachment group by organization_id;

alter table attachment_usage enable row level security;
alter table attachment_usage force row level security;
create policy owner on attachment_usage to current_user using (true) with check (true);
create policy organization on attachment_usage to chask_application
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
create policy watcher_reads on attachment_usage for select to chask_watcher using (true);
grant select, insert, update on attachment_usage to chask_application;
grant select (organization_id) on attachment_usage to chask_watcher;

-- receiving → ready → given → sent, or leaving. A message's file is `given` before that message is stored, and `sent` once
-- somebody has looked and found it there; only files that are not `sent` are ever looked at for removal.
alter table attachment
  add column state text not null default 'receiving' check (state in ('receiving', 'ready', 'given', 'sent', 'leaving')),
  add column changed_at timestamptz not null default now(),
  add column conversation_id uuid,
  add column thumbnail boolean not null default false;
update attachment set state = case when message_id is null then 'ready' else 'sent' end;
comment on column attachment.conversation_id is 'of the message it was given to';
create index attachment_unsettled on attachment (organization_id, changed_at) where state <> 'sent';
