-- Linkage runs: each an immutable list of outcomes with its manifest. The linker reads keyed values, never content.

create table linkage.run (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  started_by uuid not null,
  generation integer not null,
  register_id uuid not null references register.delivery (id),
  reference_date date not null,
  deliveries integer not null,
  objected bigint not null,
  manifest text not null
);
comment on table linkage.run is 'RLS: none, schools have no right to it; zone LINK. A finished run and its manifest.';

-- What a run used, fixed when it began: its school deliveries, and of each file type the register delivery then in force.
create table linkage.run_delivery (
  run_id uuid not null,
  delivery_id uuid not null,
  primary key (run_id, delivery_id)
);
comment on table linkage.run_delivery is 'RLS: none, schools have no right to it; zone LINK. '
  'The school deliveries of a run. Never changed.';

create table linkage.run_register (
  run_id uuid not null,
  type text not null,
  register_id uuid not null references register.delivery (id),
  reference_date date not null,
  primary key (run_id, type)
);
comment on table linkage.run_register is 'RLS: none, schools have no right to it; zone LINK. '
  'The register delivery of each file type that was in force in a run. Never changed.';

create table linkage.link (
  run_id uuid not null,
  p bytea not null,
  outcome text not null check (outcome in ('LINKED', 'AMBIGUOUS', 'UNLINKED', 'CONFLICT')),
  method text not null,
  primary key (run_id, p)
);
comment on table linkage.link is 'RLS: none, schools have no right to it; zone LINK. '
  'The outcome of each delivered person in a run. Never changed.';

create table linkage.count (
  run_id uuid not null,
  dimension text not null,
  value text not null,
  outcome text not null,
  persons bigint not null,
  primary key (run_id, dimension, value, outcome)
);
comment on table linkage.count is 'RLS: none, schools have no right to it; zone LINK. '
  'The counts of a run, kept because later withdrawals take rows away.';

-- Delivered persons by what a school or a register said of them, with their outcome: aggregates only, so that the linker
-- sees no content. Must see the running transaction, hence volatile.
create function linkage.tally(run uuid)
returns table (dimension text, value text, outcome text, persons bigint)
language sql security definer set search_path = pg_catalog as $$
  with link as (
    select l.p, l.outcome from linkage.link l where l.run_id = run
  ), subject as (
    select distinct coalesce(x.new_p, s.p) as p, d.part, c.sex, c.grade
      from linkage.run_delivery u
      join delivery.delivery d on d.id = u.delivery_id
      join delivery.subject s on s.delivery_id = d.id
      left join pseudonym.superseded x on x.old_p = s.p
      left join delivery.pupil c on c.delivery_id = s.delivery_id and c.pupil_no = s.pupil_no
     where u.run_id = run
  )
  select 'part', s.part, l.outcome, count(distinct l.p) from link l join subject s using (p) group by 2, 3
  union all
  select 'sex', s.sex::text, l.outcome, count(distinct l.p) from link l join subject s using (p)
   where s.part = 'PUPILS' group by 2, 3
  union all
  select 'grade', coalesce(s.grade, '-'), l.outcome, count(distinct l.p) from link l join subject s using (p)
   where s.part = 'PUPILS' group by 2, 3
$$;

create function linkage.current_run() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select r.id from linkage.run r order by r.finished_at desc, r.id desc limit 1
$$;

create view linkage.current_link as
  select l.p, l.outcome, l.method
    from linkage.link l
   where l.run_id = (select linkage.current_run());
comment on view linkage.current_link is 'The outcomes of the newest finished run.';

-- The newest run, as long as the registers it was verified against are those that the views of the cold zone show. Null
-- where there is no run, or where a newer register delivery of any file type was loaded after it.
create function linkage.run_in_force() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select c.id
    from (select linkage.current_run() as id) c
   where not exists (
     select from (select distinct f.type from register.file f) t
       left join linkage.run_register u on u.run_id = c.id and u.type = t.type
      where u.register_id is distinct from register.newest(t.type))
$$;

revoke all on all functions in schema linkage from public;
grant execute on function linkage.tally(uuid) to schakel_link;
grant execute on function linkage.current_run() to schakel_link, schakel_cold;
grant execute on function linkage.run_in_force() to schakel_cold;
grant select, insert on linkage.run, linkage.run_delivery, linkage.run_register, linkage.link, linkage.count
  to schakel_link;
grant select on linkage.count to schakel_cold;
grant select on linkage.current_link to schakel_link, schakel_cold;
grant select (id, started_at, finished_at, generation, register_id, reference_date, deliveries, manifest) on linkage.run
  to schakel_cold;
