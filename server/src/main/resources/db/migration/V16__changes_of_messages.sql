-- Edits and deletions (docs/decisions/0018). Each is an entry of its own in the sequence, and the message's row holds what
-- it is now. The new columns are null in nearly every row, and so take no room in it.
alter table message
  add column target_id uuid,
  add column revision bigint,
  add column edited_at timestamptz,
  add column deleted_at timestamptz;
comment on column message.target_id is 'the message that this entry changed; null: it is a message';
comment on column message.revision is 'of a message: the entry that made it what it is; of an entry: the one after it';

grant insert on message to chask_application;
grant update (content, attachments, revision, edited_at, deleted_at) on message to chask_application;
grant update (last_sequence, last_message_at) on conversation to chask_application;

-- Which message another answers. Written before that message is, as its files are, so that the lanes need not know.
create table quote (
  organization_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  quoted_id uuid not null,
  primary key (organization_id, conversation_id, message_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);

-- How long agents may change what they wrote. Without a row: the default of the server.
create table message_policy (
  organization_id uuid primary key references organization,
  change_minutes integer not null check (change_minutes between 0 and 525600)
);
comment on column message_policy.change_minutes is '0: never';

do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  foreach tenant_table in array array['quote', 'message_policy']
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
end $$;
grant select, insert on quote to chask_application;
grant select, insert, update on message_policy to chask_application;
