-- Ids are made by others, who need not keep to 64 characters. What is stored already keeps to the narrower rule, so none of it
-- is looked at again (not valid).
alter table event
	drop constraint event_visitor_check1,
	drop constraint event_product_check1,
	add constraint event_visitor_check check (octet_length(visitor) between 1 and 256) not valid,
	add constraint event_product_check check (octet_length(product) between 1 and 256) not valid;

alter table history
	drop constraint history_visitor_check,
	drop constraint history_check,
	add constraint history_visitor_check check (octet_length(visitor) between 1 and 256) not valid,
	add constraint history_joined_check check (octet_length(joined) between 1 and 256 and joined <> visitor) not valid;
