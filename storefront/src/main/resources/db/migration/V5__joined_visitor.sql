-- Visitors whose basket has just become an account's: what a late click adds to theirs is added to that.
create table joined_visitor (
	visitor text primary key check (length(visitor) <= 64),
	account text not null check (length(account) <= 64),
	at timestamptz not null
);
create index on joined_visitor (at);
