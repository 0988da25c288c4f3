#!/usr/bin/env bash
# Gives PostgreSQL a database and a role of the same name for each service, and keeps the others out of it. Run when the
# server is made, and once after each of its starts: what was interrupted then, or came with a later version, is made up for.
set -euo pipefail

done=/tmp/roles
[ ! -e "$done" ] || exit 0
PGPASSWORD=$(cat /run/clickpath/superuser)
export PGPASSWORD

for role in catalog recommendation storefront; do
	psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=role="$role" <<-'SQL'
		\set file /run/clickpath/ :role
		\set password `cat :'file'`
		select format('create role %I login', :'role') where to_regrole(:'role') is null \gexec
		alter role :"role" password :'password';
		select format('create database %I owner %I', :'role', :'role')
			where not exists (select from pg_database where datname = :'role') \gexec
		revoke connect on database :"role" from public;
	SQL
done
touch "$done"
