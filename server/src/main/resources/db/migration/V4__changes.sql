-- What a node that missed a wake-up asks for: which conversations of its organizations have changed lately. New messages are
-- found by the index of the inbox, which they move anyway. Changes of status and marks get a time of their own; a mark's is
-- coarse (raised when older than five seconds), so that most of its updates stay on their page. Partial indexes for the
-- reason given in V1: the writers' plans must take the keys.
alter table conversation add column changed_at timestamptz;
comment on column conversation.changed_at is 'when its status was last changed other than by a message';
create index conversation_changed on conversation (organization_id, changed_at) where changed_at is not null;

alter table mark add column changed_at timestamptz;
comment on column mark.changed_at is 'when it last grew, at most five seconds too early';
create index mark_changed on mark (organization_id, changed_at) where changed_at is not null;

grant update (changed_at) on conversation to chask_application;
grant update (changed_at) on mark to chask_writer;
grant select (changed_at) on conversation to chask_watcher;
grant select on mark to chask_watcher;
create policy watcher_reads on mark for select to chask_watcher using (true);
