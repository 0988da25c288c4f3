-- What a product cost in the catalogue when it was put into the basket, to tell when that has changed.
alter table basket_line
	add price bigint check (price >= 0),
	add price_currency text check (length(price_currency) = 3);

-- An order, from the moment its form was read. Amounts are in minor units of its currency and never change.
create table orders (
	id uuid primary key,
	customer uuid not null,
	-- Whose basket it comes from.
	visitor text not null check (length(visitor) <= 64),
	-- One form makes one order, however often it is sent.
	form_key uuid not null,
	form_digest text not null check (length(form_digest) <= 64),
	state text not null check (state in ('RECEIVED', 'RESERVED', 'WAITING', 'PAID', 'PLACED', 'PACKED', 'SENT',
		'DELIVERED', 'UNDOING', 'DECLINED', 'RELEASED', 'ABANDONED', 'CANCELLED')),
	-- Why it came to nothing, once it is clear that it does.
	reason text check ((reason is not null) = (state in ('UNDOING', 'DECLINED', 'RELEASED', 'ABANDONED', 'CANCELLED'))),
	currency text not null check (length(currency) = 3),
	total bigint not null check (total >= 0),
	delivery text not null,
	delivery_day date not null,
	delivery_price bigint not null check (delivery_price >= 0),
	region text not null,
	address jsonb not null,
	card_token text not null,
	card_last_four text not null check (length(card_last_four) = 4),
	received_at timestamptz not null default now(),
	-- Until when it waits for the shopper.
	expires_at timestamptz,
	-- When somebody has to look at it again, and until when somebody is at it. Whoever takes it raises the version, so
	-- that someone who was thought dead can store nothing any more.
	due_at timestamptz,
	lease_until timestamptz,
	version bigint not null default 1,
	attempts integer not null default 0,
	unique (customer, form_key)
);
create index orders_of_customer on orders (customer, received_at desc);
create index orders_under_way on orders (due_at) where state in ('RECEIVED', 'RESERVED', 'WAITING', 'PAID', 'UNDOING');
create index orders_on_their_way on orders (due_at) where state in ('PLACED', 'PACKED', 'SENT');

create table order_line (
	order_id uuid not null references orders,
	position integer not null,
	product text not null check (length(product) <= 64),
	slug text not null,
	title text not null,
	brand text not null,
	department text not null,
	picture text,
	quantity integer not null check (quantity between 1 and 99),
	price bigint not null check (price >= 0),
	-- What the price was made from, and by which rate.
	catalogue_price bigint not null check (catalogue_price >= 0),
	catalogue_currency text not null check (length(catalogue_currency) = 3),
	rate numeric not null check (rate > 0),
	primary key (order_id, position)
);

-- What happened to orders and when. Nothing of it is ever changed.
create table order_event (
	id bigint generated always as identity primary key,
	order_id uuid not null references orders,
	state text not null,
	detail text check (length(detail) <= 8000),
	at timestamptz not null default clock_timestamp()
);
create index order_event_of_order on order_event (order_id, id);

-- The books of the card provider: somebody else's, kept here only so that the shop needs no eighth process.
create schema payment_provider;

-- There is one charge for each key, if any.
create table payment_provider.charge (
	key text primary key check (length(key) <= 64),
	card text,
	amount bigint check (amount > 0),
	currency text check (length(currency) = 3),
	state text not null check (state in ('ACCEPTED', 'WAITING', 'DECLINED', 'UNCOVERED', 'CANCELLED', 'REFUNDED')),
	attempts_left integer not null default 3 check (attempts_left >= 0),
	made_at timestamptz not null default now()
);

-- Every movement of money.
create table payment_provider.booking (
	id bigint generated always as identity primary key,
	key text not null references payment_provider.charge,
	kind text not null check (kind in ('CHARGED', 'REFUNDED')),
	amount bigint not null,
	currency text not null,
	at timestamptz not null default clock_timestamp()
);
create index booking_of_charge on payment_provider.booking (key);

-- Neither the events nor the bookings can be rewritten.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
	raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger order_event_is_added_to before update or delete on order_event
	for each statement execute function refuse_rewriting();
create trigger booking_is_added_to before update or delete on payment_provider.booking
	for each statement execute function refuse_rewriting();
