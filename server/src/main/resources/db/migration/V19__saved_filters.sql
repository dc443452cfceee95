-- Views of the inbox that an agent has narrowed and kept under a name. The tag is kept by its name: what is deleted may be
-- made again, and a filter that nothing fits shows nothing. Whoever names a tag anew names it here too.
create table saved_filter (
  organization_id uuid not null,
  agent_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  view text not null check (view in ('mine', 'unassigned', 'all', 'resolved', 'snoozed', 'mentions')),
  tag text,
  assignee_id uuid,
  team_id uuid,
  primary key (organization_id, agent_id, id),
  foreign key (organization_id, agent_id) references agent on delete cascade
);
comment on column saved_filter.assignee_id is 'no foreign key: who is gone leaves a filter that shows nothing';
create unique index saved_filter_name on saved_filter (organization_id, agent_id, lower(name));

alter table saved_filter enable row level security;
alter table saved_filter force row level security;
create policy owner on saved_filter to current_user using (true) with check (true);
create policy organization on saved_filter to chask_application
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
grant select, insert, update, delete on saved_filter to chask_application;
