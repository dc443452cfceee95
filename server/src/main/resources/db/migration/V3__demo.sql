-- The organization of the demo page and the first agent, made once at the first start, whichever node comes first. No
-- tenant's data: the rule of row-level security does not apply to it.
create table demo (
  only_row boolean primary key default true check (only_row),
  organization uuid not null references organization
);
grant select, insert on demo to chask_application;
