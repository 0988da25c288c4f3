alter table history add column dismissed text[] not null default '{}' check (cardinality(dismissed) <= 200);

comment on column history.dismissed is 'Products the visitor does not want to be shown again, the latest first.';
