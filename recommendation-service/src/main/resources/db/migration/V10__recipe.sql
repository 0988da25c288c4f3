create table recipe (
	"only" boolean primary key default true check ("only"),
	parts text not null,
	gain double precision not null,
	events integer not null,
	found timestamptz not null default now()
);

comment on table recipe is 'What recommendations are made of, as one of the instances has found by cross-validation for all of them.';
comment on column recipe.events is 'From how many events it was found.';
