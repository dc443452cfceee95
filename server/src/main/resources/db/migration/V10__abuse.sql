-- Whom an agent has blocked. A column, for every request of a visitor reads his row already.
alter table visitor add column blocked_at timestamptz;
comment on column visitor.blocked_at is 'when an agent blocked the visitor: his token opens nothing until he is unblocked';
