-- Figures for the reports, counted after the commit by a worker that may lag (docs/decisions/0016). Nothing of it stands
-- in the hot rows, and none of it names a person: the figures outlive the conversations they were counted from.

-- Written with each change of a status by an agent. A visitor's message that opens a conversation again has no row here:
-- its sequence above `after_sequence` tells.
create table status_change (
  organization_id uuid not null,
  conversation_id uuid not null,
  number bigint generated always as identity,
  status text not null check (status in ('open', 'resolved')),
  after_sequence bigint not null,
  changed_at timestamptz not null,
  primary key (organization_id, conversation_id, number),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);
comment on column status_change.after_sequence is 'the last message there was';

-- How far a conversation is counted, and what the next message or change is measured from. Its lock is what makes each
-- message count once, whoever counts.
create table report_progress (
  organization_id uuid not null,
  conversation_id uuid not null,
  counted bigint not null default 0,
  changes bigint not null default 0,
  begun_at timestamptz,
  asked_at timestamptz,
  answered boolean not null default false,
  resolved_at timestamptz,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
) with (fillfactor = 80);
comment on column report_progress.counted is 'the last message that was counted';
comment on column report_progress.changes is 'the last status_change that was counted';
comment on column report_progress.begun_at is 'when the conversation was opened, or opened again';
comment on column report_progress.asked_at is 'the visitor''s first message';

-- Quarters of an hour: every time zone in use differs from UTC by whole ones, so the days and hours of any zone are sums
-- of whole rows.
create table report_quarter (
  organization_id uuid not null references organization,
  quarter timestamptz not null,
  opened bigint not null default 0,
  visitor_messages bigint not null default 0,
  agent_messages bigint not null default 0,
  widget_loaded bigint not null default 0,
  widget_opened bigint not null default 0,
  primary key (organization_id, quarter)
) with (fillfactor = 80);
comment on column report_quarter.widget_loaded is 'how often a page has got the widget''s settings';
comment on column report_quarter.widget_opened is 'on how many of those pages the window was opened';

-- A row a first answer, and a row a resolution: medians are exact. Never changed, so that the key alone answers.
create table first_response (
  organization_id uuid not null references organization,
  answered_at timestamptz not null,
  conversation_id uuid not null,
  seconds bigint not null check (seconds >= 0),
  primary key (organization_id, answered_at, conversation_id) include (seconds)
);
create table resolution (
  organization_id uuid not null references organization,
  resolved_at timestamptz not null,
  conversation_id uuid not null,
  seconds bigint not null check (seconds >= 0),
  primary key (organization_id, resolved_at, conversation_id) include (seconds)
);

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['status_change', 'report_progress', 'report_quarter', 'first_response',
    'resolution']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;

grant select, insert on status_change, first_response to chask_application;
grant select, insert, update on report_progress, report_quarter to chask_application;
grant select, insert, delete on resolution to chask_application;

grant select (organization_id, conversation_id, number) on status_change to chask_watcher;
grant select (organization_id, conversation_id, counted, changes) on report_progress to chask_watcher;
create policy watcher_reads on status_change for select to chask_watcher using (true);
create policy watcher_reads on report_progress for select to chask_watcher using (true);
