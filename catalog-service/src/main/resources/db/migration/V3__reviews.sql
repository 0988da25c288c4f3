-- Mean and count follow from the five counts. The mean is in whole hundredths. The next load of the
-- catalogue fills them in.
alter table product
	drop column rating,
	drop column rating_count,
	add column ratings int[] not null default '{0,0,0,0,0}'
		check (cardinality(ratings) = 5 and array_position(ratings, null) is null and 0 <= all (ratings)),
	add column rating_count int not null generated always as
		(ratings[1] + ratings[2] + ratings[3] + ratings[4] + ratings[5]) stored,
	add column rating float8 not null generated always as
		(case when ratings = '{0,0,0,0,0}' then 0 else
		(200::bigint * (ratings[1] + 2 * ratings[2] + 3 * ratings[3] + 4 * ratings[4] + 5 * ratings[5])
			+ ratings[1] + ratings[2] + ratings[3] + ratings[4] + ratings[5])
			/ (2::bigint * (ratings[1] + ratings[2] + ratings[3] + ratings[4] + ratings[5])) / 100::float8 end) stored;

comment on column product.ratings is 'how often it was given one to five stars, by those, too, who wrote nothing';

create table review (
	id         bigint generated always as identity primary key,
	product    text        not null,
	author     text,
	name       text        not null,
	stars      int         not null check (stars between 1 and 5),
	title      text        not null,
	text       text        not null,
	bought     boolean     not null,
	language   text        not null,
	written_at timestamptz not null,
	changed_at timestamptz,
	unique (product, author)
);

comment on column review.product is 'a catalogue loaded later may not have it; what was written of it waits';
comment on column review.author is 'what the storefront calls a customer; null for what came with the catalogue';

create index review_newest on review (product, written_at desc, id desc);
