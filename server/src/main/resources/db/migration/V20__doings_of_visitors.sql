-- What a visitor did that nothing else keeps: now also that he opened the window, and that he said who he is.
alter table visitor_visit
  add column kind text not null default 'page_viewed' check (kind in ('page_viewed', 'widget_opened', 'identified')),
  alter column page_url drop not null,
  add check (kind <> 'page_viewed' or page_url is not null);
comment on column visitor_visit.page_url is 'of the page he was on; null where the page told none';
