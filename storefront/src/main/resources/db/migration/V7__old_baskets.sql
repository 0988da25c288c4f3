-- What was put into a basket long ago is looked for again and again.
create index on basket_line (added_at);
