-- Roles of Schakel: one for each zone, one that owns and migrates. Run once by a superuser of an external PostgreSQL:
--   psql -v migrator_password=… -v school_password=… … -f deploy/db-roles.sql
-- The launcher runs the same statements for the embedded database.
\set ON_ERROR_STOP on
create role schakel_owner nologin;
create role schakel_migrator login noinherit password :'migrator_password';
grant schakel_owner to schakel_migrator;
create role schakel_school login noinherit nocreatedb nocreaterole password :'school_password';
create role schakel_link login noinherit nocreatedb nocreaterole password :'link_password';
create role schakel_cold login noinherit nocreatedb nocreaterole password :'cold_password';
create role schakel_account login noinherit nocreatedb nocreaterole password :'account_password';
create role schakel_log login noinherit nocreatedb nocreaterole password :'log_password';
create role schakel_auditor login noinherit nocreatedb nocreaterole password :'auditor_password';

select format('revoke all on database %I from public', current_database()) \gexec
select format('grant connect on database %I to schakel_migrator, schakel_school, schakel_link, schakel_cold, schakel_account, schakel_log, schakel_auditor', current_database()) \gexec
select format('grant temporary on database %I to schakel_link, schakel_cold', current_database()) \gexec
select format('grant create on database %I to schakel_owner', current_database()) \gexec
revoke all on schema public from public;
