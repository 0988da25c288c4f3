alter table product add column owed int not null default 0 check (owed >= 0);

comment on column product.owed is
	'pieces that are held but that a catalogue loaded later does not have: pieces given back settle this first';

create table reservation (
	order_id    text collate "C" primary key,
	state       text        not null check (state in ('held', 'released')),
	held_at     timestamptz,
	released_at timestamptz
);

comment on table reservation is
	'A released one stays, so that a request to hold that comes late or again takes nothing; one released before it was held has no lines.';

create table reservation_line (
	order_id text collate "C" not null references reservation,
	product  text             not null,
	quantity int              not null check (quantity > 0),
	primary key (order_id, product)
);

comment on column reservation_line.product is 'of the catalogue of that time: another one may not have it';

-- For audits, which leaf through what is held.
create index reservation_held on reservation (order_id) where state = 'held';

create table product_change (
	product    text primary key,
	changed_by xid8 not null
);

comment on table product_change is
	'The last transaction that changed a product in a way that searching must know of: each instance looks for what is new to it.';

create index product_change_changed_by on product_change (changed_by);
