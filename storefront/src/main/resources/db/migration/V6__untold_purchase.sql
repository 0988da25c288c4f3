-- Placed orders that recommendation-service has not been told of yet.
create table untold_purchase (
	order_id uuid primary key references orders,
	tries integer not null default 0,
	due_at timestamptz not null default now()
);
create index on untold_purchase (due_at);
