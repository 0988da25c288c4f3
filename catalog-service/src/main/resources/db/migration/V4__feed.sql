alter table product
	add column supply int not null default 0 check (supply >= 0),
	add column image_link text;

-- What has been there all along: what can be sold, and what orders hold of it.
update product set supply = greatest(stock - owed + coalesce((select sum(line.quantity) from reservation_line line
	join reservation using (order_id) where state = 'held' and line.product = product.id), 0), 0);

comment on column product.supply is
	'pieces that the catalogue gives: stock less what is owed, and what orders hold of them';
comment on column product.image_link is 'the picture that a feed named, as it stands there';

-- Somebody's own products are not replaced when the service starts.
alter table catalogue_load add column fed_at timestamptz;

comment on column catalogue_load.fed_at is 'when a feed last changed the products; null while they are those of the data files';
