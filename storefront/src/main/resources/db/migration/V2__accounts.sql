-- Secrets that all storefronts share, made by whichever comes first. The newest signs, the older ones still count.
create table shared_key (
	purpose text not null check (length(purpose) <= 32),
	id bigint generated always as identity,
	secret bytea not null check (length(secret) = 32),
	created_at timestamptz not null,
	primary key (purpose, id)
);

-- Whoever has an account. The address is kept as it was typed, and by its one spelling, which is unique. What a customer
-- looks at and puts into the basket is noted under a visitor's name of the account's own, which no browser is told.
create table customer (
	id uuid primary key,
	name text not null check (length(name) between 1 and 200),
	email text not null check (length(email) <= 254),
	email_key text not null unique check (length(email_key) <= 254),
	password text not null check (length(password) <= 300),
	visitor text not null unique check (length(visitor) <= 64),
	region text check (length(region) <= 8),
	language text check (length(language) <= 8),
	currency text check (length(currency) <= 8),
	created_at timestamptz not null
);

create table customer_address (
	customer uuid primary key references customer on delete cascade,
	name text not null check (length(name) <= 200),
	street text not null check (length(street) <= 200),
	extra text not null check (length(extra) <= 200),
	postcode text not null check (length(postcode) <= 20),
	city text not null check (length(city) <= 200),
	state text not null check (length(state) <= 200),
	country text not null check (length(country) = 2),
	phone text not null check (length(phone) <= 50)
);

-- A browser that is signed in. Its cookie cannot be made from what is stored here.
create table customer_session (
	token_hash bytea primary key check (length(token_hash) = 32),
	customer uuid not null references customer on delete cascade,
	browser text not null check (length(browser) <= 300),
	created_at timestamptz not null,
	seen_at timestamptz not null
);
create index on customer_session (customer);
create index on customer_session (seen_at);

-- Browsers that somebody signed in with before: others who try passwords do not lock them out.
create table known_browser (
	customer uuid not null references customer on delete cascade,
	browser_hash bytea not null check (length(browser_hash) = 32),
	seen_at timestamptz not null,
	primary key (customer, browser_hash)
);

-- How often something was tried lately, by a fingerprint of what and who.
create table attempt (
	fingerprint bytea primary key check (length(fingerprint) = 32),
	count integer not null,
	at timestamptz not null,
	not_before timestamptz not null
);
create index on attempt (at);

-- What recommendation-service is yet to be told of a visitor's history, in the order of ids for each visitor.
create table history_task (
	id bigint generated always as identity primary key,
	visitor text not null check (length(visitor) <= 64),
	origin text check (length(origin) <= 64),
	tries integer not null default 0,
	created_at timestamptz not null,
	due_at timestamptz not null
);
create index on history_task (visitor, id);
create index on history_task (due_at);
