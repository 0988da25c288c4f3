-- A basket is the lines of one visitor. Prices are the catalogue's and are not kept here.
create table basket_line (
	visitor text not null check (length(visitor) <= 64),
	product text not null check (length(product) <= 64),
	quantity integer not null check (quantity between 1 and 99),
	added_at timestamptz not null default now(),
	primary key (visitor, product)
);
