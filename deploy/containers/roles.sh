#!/usr/bin/env bash
# Gives a new PostgreSQL a database and a role of the same name for each service, and keeps the others out of it.
set -euo pipefail

for role in catalog recommendation storefront; do
	psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=role="$role" <<-'SQL'
		\set file /run/clickpath/ :role
		\set password `cat :'file'`
		create role :"role" login password :'password';
		create database :"role" owner :"role";
		revoke connect on database :"role" from public;
	SQL
done
