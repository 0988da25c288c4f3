alter table reservation
	drop constraint reservation_state_check,
	add constraint reservation_state_check check (state in ('held', 'released', 'fulfilled')),
	add column fulfilled_at timestamptz;

comment on table reservation is
	'A released one stays, so that a request to hold that comes late or again takes nothing; one released before it was held has no lines. '
	'A fulfilled one stays, so that its pieces are counted as sent once and never given back.';
comment on column product.supply is
	'pieces that the catalogue gives, without those sent since: stock less what is owed, and what orders hold of them';
