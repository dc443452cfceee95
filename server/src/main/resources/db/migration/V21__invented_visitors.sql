-- Visitors that the command `seed` has made are told from real ones by a mark of their own: a user id is shown to agents.
alter table visitor add column invented boolean check (invented);
comment on column visitor.invented is 'null: a real one';
update visitor set invented = true, user_id = null where user_id = 'seed-' || id;
