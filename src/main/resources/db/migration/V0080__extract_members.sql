-- Extracts that were built and who is in them. Their content is kept encrypted by the release, never here.
create table extract.extract (
  id uuid primary key,
  study_id uuid not null references study.study,
  study_code text not null,
  pseudonym_version integer not null check (pseudonym_version > 0),
  built_at timestamptz not null,
  built_by uuid not null,
  pupils integer not null check (pupils > 0),
  columns integer not null check (columns > 0),
  needs_consent boolean not null,
  risk_report text not null check (risk_report is json object),
  linkage_report text not null check (linkage_report is json object)
);
comment on table extract.extract is 'RLS: none, no school role may read it; zone cold. Append-only.';
create index extract_of_study on extract.extract (study_id);
create index extract_newest on extract.extract (built_at);

create table extract.member (
  extract_id uuid not null references extract.extract deferrable initially deferred,
  p bytea not null check (octet_length(p) = 32),
  consents boolean not null,
  primary key (extract_id, p)
);
comment on table extract.member is
  'RLS: none, no school role may read it; zone cold. Who is in which extract, and whether consent was effective then.';
create index member_person on extract.member (p);

create table extract.source (
  extract_id uuid not null references extract.extract,
  delivery_id uuid not null,
  primary key (extract_id, delivery_id)
);
comment on table extract.source is
  'RLS: none, no role reads or writes it but through functions; zone cold. The deliveries whose rows an extract may hold.';

grant select, insert on extract.extract to schakel_cold;
grant select, insert, delete on extract.member to schakel_cold;

-- The live deliveries of the members in the study's school years. A school may withdraw one later. A number change that made
-- a member one person can no longer be undone: the extract would hold rows of somebody whom it does not name.
create function extract.remember_sources(of_extract uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into extract.source (extract_id, delivery_id)
  select distinct of_extract, d.id
  from extract.extract e
  join study.study st on st.id = e.study_id
  join extract.member m on m.extract_id = e.id
  cross join lateral (
    select m.p union all select x.old_p from pseudonym.superseded x where x.new_p = m.p
  ) person
  join delivery.subject s on s.p = person.p
  join delivery.delivery d on d.id = s.delivery_id
  where e.id = of_extract and d.state in ('APPROVED', 'LINKED') and d.school_year = any (st.school_years);

  update pseudonym.number_change c set settled_at = e.built_at
  from extract.extract e
  where e.id = of_extract and c.settled_at is null and c.undone_at is null
    and exists (
      select from extract.member m
      where m.extract_id = of_extract
        and m.p = coalesce((select s.new_p from pseudonym.superseded s where s.old_p = c.old_p), c.old_p))
$$;
comment on function extract.remember_sources(uuid) is 'Keeps which deliveries an extract may hold rows of, and makes the number changes of its members final.';

-- A person key may have been superseded since the extract was built; the registers of objection and consent know the
-- current one only.
create function extract.without_basis(of_extract uuid, at timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  with person as (
    select coalesce(s.new_p, m.p) as p, m.consents and e.needs_consent as uses_consent
    from extract.member m
    join extract.extract e on e.id = m.extract_id
    left join pseudonym.superseded s on s.old_p = m.p
    where m.extract_id = of_extract
  )
  select (select count(*) from person
          where p in (select consent.objected_at(at))
             or (uses_consent and p not in (select consent.effective_at(at, 'sociaal-emotioneel'))))
       + (select count(*) from extract.source s
          join delivery.delivery d on d.id = s.delivery_id
          where s.extract_id = of_extract and d.state not in ('APPROVED', 'LINKED'))
$$;
comment on function extract.without_basis(uuid, timestamptz) is
  'How many members of an extract have lost their basis, and how many of its deliveries were withdrawn.';

create function extract.holding(person bytea) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with present as (
    select coalesce((select s.new_p from pseudonym.superseded s where s.old_p = person), person) as p
  )
  select e.id
  from extract.extract e
  where e.id in (
    select m.extract_id
    from extract.member m
    where m.p in (
      select k.p from present k
      union all
      select s.old_p from present k join pseudonym.superseded s on s.new_p = k.p))
  order by e.built_at desc
$$;
comment on function extract.holding(bytea) is 'The extracts that hold a person, given under any of its keys, under any of them.';

revoke all on function extract.without_basis(uuid, timestamptz), extract.holding(bytea), extract.remember_sources(uuid)
  from public;
grant execute on function extract.without_basis(uuid, timestamptz), extract.holding(bytea), extract.remember_sources(uuid)
  to schakel_cold;
