create table department (
	slug     text primary key,
	position int  not null,
	name     text not null,
	tagline  text not null
);

create table category (
	slug       text primary key,
	department text not null references department,
	position   int  not null,
	name       text not null,
	drawing    text not null
);

create table product (
	id           text primary key,
	slug         text   not null,
	title        text   not null,
	brand        text   not null,
	department   text   not null references department,
	category     text   not null references category,
	currency     text   not null,
	price        bigint not null check (price > 0),
	old_price    bigint check (old_price > price),
	rating       float8 not null,
	rating_count int    not null,
	stock        int    not null check (stock >= 0),
	picture      text   not null,
	description  text   not null,
	attributes   jsonb  not null,
	family       text   not null,
	variant      int    not null,
	label        text   not null,
	colour       text,
	popularity   int    not null,
	launched     date   not null
);

comment on column product.price is 'in minor units of the currency';
comment on column product.attributes is 'a list of {"name": …, "value": …}';

-- The variants of a family in their order, and the one of them that is asked for most.
create index product_family on product (family, variant);
-- The picture of a category is that of its most popular product.
create index product_category on product (category, popularity desc, id);

create table catalogue_load (
	only_row    boolean primary key default true check (only_row),
	fingerprint text        not null,
	products    bigint      not null,
	loaded_at   timestamptz not null
);

comment on table catalogue_load is 'What the products came from; another fingerprint means another load.';
