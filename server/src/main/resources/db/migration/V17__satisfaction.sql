-- What visitors say of a conversation that was resolved (docs/decisions/0019).
alter table widget_settings add column rating boolean not null default true;
comment on column widget_settings.rating is 'whether visitors are asked to rate a resolved conversation';

-- One for each time a conversation was resolved; it can be changed until the conversation is opened again.
create table rating (
  organization_id uuid not null,
  conversation_id uuid not null,
  resolution bigint not null,
  score smallint not null check (score between 1 and 5),
  comment text,
  rated_at timestamptz not null,
  primary key (organization_id, conversation_id, resolution),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);
comment on column rating.resolution is 'the status_change that resolved the conversation; 0: before these were noted';
comment on column rating.rated_at is 'when the first score was given: the quarter of an hour in which it counts';
create index rating_time on rating (organization_id, rated_at);

alter table rating enable row level security;
alter table rating force row level security;
create policy owner on rating to current_user using (true) with check (true);
create policy organization on rating to chask_application
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
grant select, insert, update on rating to chask_application;

-- Counted in the transaction that rates: there are few, and nothing waits for them.
alter table report_quarter
  add column rated_1 bigint not null default 0,
  add column rated_2 bigint not null default 0,
  add column rated_3 bigint not null default 0,
  add column rated_4 bigint not null default 0,
  add column rated_5 bigint not null default 0;

-- Agents read it in the conversation's log.
alter table work_event
  drop constraint work_event_kind_check,
  add constraint work_event_kind_check check (kind in ('assigned', 'unassigned', 'routed', 'given_back', 'moved',
    'resolved', 'reopened', 'snoozed', 'woken', 'rated')),
  add column score smallint,
  add column comment text,
  add check ((kind = 'rated') = (score is not null));
