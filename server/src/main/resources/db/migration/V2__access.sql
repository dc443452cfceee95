-- Who may do what. The application sees the organization its transaction names and nothing without one; the owner is
-- admitted by a policy of its own, or forced security would make later migrations change nothing without a word.
do $$
declare
  tenant_table text;
  named text := '(organization_id = (select nullif(current_setting(''app.organization'', true), '''')::uuid))';
begin
  for tenant_table in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy owner on %I to current_user using (true) with check (true)', tenant_table);
    execute format(
      'create policy organization on %I to chask_application using %s with check %s', tenant_table, named, named);
  end loop;
  execute format('grant usage on schema %I to chask_application, chask_writer, chask_watcher', current_schema());
end $$;

grant select on epoch to chask_application, chask_writer, chask_watcher;
grant select on secret to chask_application;

grant select, insert, update on organization, api_key, widget_settings, agent to chask_application;
grant select, insert, delete on allowed_origin to chask_application;
grant select, insert, update, delete on agent_session, stream_ticket, visitor, attachment to chask_application;
grant select, insert on revocation to chask_application;
grant select, update (status, locked) on conversation to chask_application;
grant select on message, mark to chask_application;
revoke execute on function sign_in_candidates, origin_known from public;
grant execute on function sign_in_candidates, origin_known to chask_application;

-- The lanes serve many organizations in one statement.
grant select, insert on conversation, message, mark to chask_writer;
grant select on visitor to chask_writer;
grant update (status, last_sequence, last_message_at) on conversation to chask_writer;
grant update (delivered, read) on mark to chask_writer;
create policy writer_reads on conversation for select to chask_writer using (true);
create policy writer_opens on conversation for insert to chask_writer with check (true);
create policy writer_raises on conversation for update to chask_writer using (true);
create policy writer_reads on message for select to chask_writer using (true);
create policy writer_stores on message for insert to chask_writer with check (true);
create policy writer_reads on mark for select to chask_writer using (true);
create policy writer_marks on mark for insert to chask_writer with check (true);
create policy writer_raises on mark for update to chask_writer using (true);
create policy writer_reads on visitor for select to chask_writer using (true);

-- Ids and sequences of every organization, never content.
grant select (organization_id, id, visitor_id, status, last_sequence, last_message_at) on conversation to chask_watcher;
grant select on revocation to chask_watcher;
create policy watcher_reads on conversation for select to chask_watcher using (true);
create policy watcher_reads on revocation for select to chask_watcher using (true);
