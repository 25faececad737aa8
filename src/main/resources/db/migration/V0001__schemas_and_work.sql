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
create schema work;

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
grant usage on schema work to schakel_school, schakel_link, schakel_cold;

create table work.item (
  id uuid primary key,
  zone text not null check (zone in ('SCHOOL', 'LINK', 'COLD')),
  stage text not null,
  subject uuid not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  unique (stage, subject)
);
comment on table work.item is 'RLS: by zone, so that a role sees its own work only; zone every';
create index item_pending on work.item (zone, not_before);
alter table work.item enable row level security;
alter table work.item force row level security;
create policy own_zone_link on work.item to schakel_link using (zone = 'LINK') with check (true);
create policy own_zone_cold on work.item to schakel_cold using (zone = 'COLD') with check (true);
create policy hand_over on work.item for insert to schakel_school with check (true);
grant insert on work.item to schakel_school;
grant select, insert, update, delete on work.item to schakel_link, schakel_cold;
