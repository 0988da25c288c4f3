create table event (
	id bigint generated always as identity primary key,
	visitor text not null check (length(visitor) between 1 and 64),
	type text not null check (type in ('view', 'basket', 'purchase', 'search')),
	product text check (length(product) between 1 and 64),
	query text check (length(query) <= 200),
	at timestamptz not null,
	check (type = 'search' or product is not null),
	-- The same event told twice is one event. It starts with what all of a visitor's events are found by.
	unique nulls not distinct (visitor, at, type, product, query)
);

comment on table event is 'What visitors did. Ids become visible in ascending order, so a reader may go by them.';
