create sequence history_change;

create table history (
	visitor text primary key check (length(visitor) between 1 and 64),
	joined text check (length(joined) between 1 and 64 and joined <> visitor),
	forgotten timestamptz,
	changed bigint not null
);

create index on history (joined);
create unique index on history (changed);

comment on table history is 'What became of all events of a visitor at once: for those to whom it happened.';
comment on column history.joined is 'The visitor whose events all of this one are, also those still to come. That one has joined nobody.';
comment on column history.forgotten is 'Events up to then are not kept, also those still to come.';
comment on column history.changed is 'Grows with each change and becomes visible in ascending order, so a reader may go by it.';
