-- Events lie in one table a month, by when they happened: what comes in now meets a small table that is in memory, whatever
-- lies in the others, and the oldest can be dropped whole. The time is part of what tells one event from another, so each
-- month alone keeps what is told twice out.
alter table event rename to event_whole;

create table event (
	id bigint generated always as identity,
	visitor text not null check (length(visitor) between 1 and 64),
	type text not null check (type in ('view', 'basket', 'purchase', 'search')),
	product text check (length(product) between 1 and 64),
	query text check (length(query) <= 200),
	at timestamptz not null,
	region text check (length(region) between 1 and 32),
	category text check (length(category) between 1 and 64),
	brand text check (length(brand) between 1 and 64),
	check (type = 'search' or product is not null),
	-- The same event told twice is one event. It starts with what all of a visitor's events are found by.
	unique nulls not distinct (visitor, at, type, product, query)
) partition by range (at);

create index on event (id);
-- Who else met a product: asked when somebody wants to know why they see it.
create index on event (product, visitor);

comment on table event is 'What visitors did. Ids become visible in ascending order, so a reader may go by them.';
comment on column event.region is 'Where the visitor was, category and brand what the product was, as far as the teller knew.';

-- Whoever brings history from long ago shall not make hundreds of tables.
create table event_early partition of event for values from (minvalue) to ('2020-01-01 00:00:00+00');

create function open_event_month(month date) returns boolean language plpgsql as $$
declare
	name text := 'event_' || to_char(month, 'YYYY_MM');
begin
	if month < date '2020-01-01' or to_regclass(name) is not null then
		return false;
	end if;
	execute format('create table %I partition of event for values from (%L) to (%L)', name,
		to_char(month, 'YYYY-MM') || '-01 00:00:00+00',
		to_char(month + interval '1 month', 'YYYY-MM') || '-01 00:00:00+00');
	return true;
end $$;

comment on function open_event_month is 'Makes a month''s table unless there is one; true when it has.';

select open_event_month(month)
from (select distinct date_trunc('month', at at time zone 'UTC')::date as month from event_whole) months;

insert into event (id, visitor, type, product, query, at) overriding system value
select id, visitor, type, product, query, at from event_whole order by id;

select setval(pg_get_serial_sequence('event', 'id'), greatest((select max(id) from event_whole), 0) + 1, false);

drop table event_whole;
