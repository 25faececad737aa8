-- One schema for each feature; nobody may do anything until a migration of the feature grants it.
create schema school;
create schema audit;
create schema account;
create schema pseudonym;
create schema consent;
create schema delivery;
create schema register;
create schema linkage;
create schema study;
create schema extract;
create schema release;
create schema monitor;
create schema report;

alter default privileges revoke execute on functions from public;

grant usage on schema audit to schakel_school, schakel_link, schakel_cold, schakel_account, schakel_log, schakel_auditor;
grant usage on schema account to schakel_account;
grant usage on schema school to schakel_school, schakel_link, schakel_cold;
grant usage on schema pseudonym to schakel_school, schakel_link;
grant usage on schema consent to schakel_school, schakel_link, schakel_cold;
grant usage on schema delivery to schakel_school, schakel_link, schakel_cold;
grant usage on schema register to schakel_link, schakel_cold;
grant usage on schema linkage to schakel_link, schakel_cold;
grant usage on schema study, extract, release, monitor, report to schakel_cold;
