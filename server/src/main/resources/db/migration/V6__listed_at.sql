-- The order of the inbox by a coarse time: an index on the time of the last message would have every message move its
-- conversation in every index; this one is raised when it is older than five seconds, so most messages stay on their page
-- (docs/decisions/0008). Partial for the reason given in V1.
alter table conversation add column listed_at timestamptz not null default clock_timestamp();
comment on column conversation.listed_at is 'place in the inbox: at most five seconds before last_message_at';
update conversation set listed_at = last_message_at;
drop index conversation_inbox;
create index conversation_inbox on conversation (organization_id, status, listed_at, id) where listed_at is not null;

grant update (listed_at) on conversation to chask_writer;
grant select (listed_at) on conversation to chask_watcher;
