create table query_asking (
	query    bytea       not null,
	asker    bytea       not null,
	network  bytea       not null,
	asked_at timestamptz not null,
	primary key (query, asker)
);

comment on table query_asking is
	'Who searched for the same thing, as fingerprints: neither the words nor the shopper can be read from it.';

create index query_asking_asked_at on query_asking (asked_at);

create table popular_query (
	words    text primary key,
	askers   int         not null,
	asked_at timestamptz not null
);

comment on table popular_query is 'What so many shoppers searched for that it may be shown to others.';
