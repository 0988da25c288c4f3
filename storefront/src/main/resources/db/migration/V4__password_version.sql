-- Whoever signs in proves to know the password of one version; a session of an earlier one is never begun.
alter table customer add column password_version bigint not null default 1;
