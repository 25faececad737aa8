-- Deliveries of DUO and CBS: versioned by reference date, nothing is overwritten. Content is keyed by person key P only.

create table register.delivery (
  id uuid primary key,
  reference_date date not null,
  content_digest bytea not null unique check (octet_length(content_digest) = 32),
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  generation integer not null
);
comment on table register.delivery is 'RLS: none, schools have no right to it; zone LINK. One set of files, loaded whole.';

create table register.file (
  delivery_id uuid not null references register.delivery (id),
  seq smallint not null,
  name text not null,
  type text not null,
  rows_in bigint not null,
  rows_stored bigint not null,
  rows_unknown bigint not null,
  primary key (delivery_id, seq),
  constraint sum_closes check (rows_in = rows_stored + rows_unknown)
);
comment on table register.file is 'RLS: none, schools have no right to it; zone LINK. '
  'Rows of a file: stored, or of a person whom the bridge file does not know.';

create table register.person_token (
  delivery_id uuid not null,
  p bytea not null,
  sex_token bytea,
  birth_token bytea,
  earlier_tokens boolean not null default false
);
comment on column register.person_token.earlier_tokens is
  'Whether the tokens are of the earlier series of keys, while a change is open.';
comment on table register.person_token is 'RLS: none, schools have no right to it; zone LINK. '
  'Keyed values for verification; never read by the cold role.';
create index person_token_of_person on register.person_token (delivery_id, p);

create table register.enrolment (
  delivery_id uuid not null,
  p bytea not null,
  school_year smallint not null,
  brin text not null,
  site text not null,
  type_po text,
  grade smallint,
  years_in_po smallint,
  denomination text
);
comment on table register.enrolment is 'RLS: none, schools have no right to it; zone COLD through enrolment_view. INSCHRWPOTAB.';
create index enrolment_of_person on register.enrolment (p);

create table register.advice (
  delivery_id uuid not null,
  p bytea not null,
  school_year smallint not null,
  advice text,
  revised_advice text,
  test_advice text,
  end_test text,
  end_score double precision,
  level_math smallint,
  level_reading smallint,
  level_language smallint
);
comment on table register.advice is 'RLS: none, schools have no right to it; zone COLD through advice_view. '
  'The end of group 8 in INSCHRWPOTAB.';
create index advice_of_person on register.advice (p);

create table register.person (
  delivery_id uuid not null,
  p bytea not null,
  sex smallint,
  birth_year smallint,
  generation smallint,
  origin_group text,
  origin text,
  born_nl smallint,
  parents_abroad smallint
);
comment on table register.person is 'RLS: none, schools have no right to it; zone COLD through person_view. GBAPERSOONTAB.';
create index person_of_person on register.person (p);

create table register.education (
  delivery_id uuid not null,
  p bytea not null,
  level_code text,
  weight double precision
);
comment on table register.education is 'RLS: none, schools have no right to it; zone COLD through education_view. HOOGSTEOPLTAB.';
create index education_of_person on register.education (p);

create table register.income (
  delivery_id uuid not null,
  p bytea not null,
  percentile smallint,
  disposable double precision
);
comment on table register.income is 'RLS: none, schools have no right to it; zone COLD through income_view. INHATAB.';
create index income_of_person on register.income (p);

create table register.household (
  delivery_id uuid not null,
  p bytea not null,
  type smallint,
  first_year smallint,
  last_year smallint
);
comment on table register.household is 'RLS: none, schools have no right to it; zone COLD through household_view. '
  'GBAHUISHOUDENSBUS, one row for each spell, its days as years only: a first day can be a birth date.';
create index household_of_person on register.household (p);

-- The newest delivery that holds a file of the type: the highest reference date, then the last one loaded.
create function register.newest(file_type text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select d.id
    from register.delivery d
   where exists (select from register.file f where f.delivery_id = d.id and f.type = file_type)
   order by d.reference_date desc, d.loaded_at desc, d.id
   limit 1
$$;

-- Bridges RINPERSOON to the person. Answers how many tokens were known already for another person: those keep that person.
create function register.bridge(tokens bytea[], persons bytea[]) returns bigint
language sql security definer set search_path = pg_catalog as $$
  with wanted as (
    select u.token, u.p from unnest(tokens, persons) as u (token, p)
  ), added as (
    insert into pseudonym.rin (token, p) select w.token, w.p from wanted w order by w.token
    on conflict (token) do nothing
  )
  select count(*) from wanted w join pseudonym.rin r on r.token = w.token
    left join pseudonym.superseded s on s.old_p = r.p
    left join pseudonym.superseded x on x.old_p = w.p
   where coalesce(s.new_p, r.p) <> coalesce(x.new_p, w.p)
$$;

-- How many persons a file names twice. Content stays unread: the answer is a count.
create function register.persons_twice(content text, delivery uuid) returns bigint
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found bigint;
begin
  if content not in ('person_token', 'enrolment', 'person', 'education', 'income') then
    raise exception 'no such content' using errcode = '22023';
  end if;
  execute format('select count(*) from (select p from register.%I where delivery_id = $1 group by p having count(*) > 1) t',
    content) into found using delivery;
  return found;
end $$;

create view register.enrolment_view as
  select coalesce(s.new_p, e.p) as p, e.school_year, e.brin, e.site, e.type_po, e.grade, e.years_in_po, e.denomination
    from register.enrolment e left join pseudonym.superseded s on s.old_p = e.p
   where e.delivery_id = (select register.newest('INSCHRWPOTAB'));
create view register.advice_view as
  select coalesce(s.new_p, a.p) as p, a.school_year, a.advice, a.revised_advice, a.test_advice, a.end_test, a.end_score,
         a.level_math, a.level_reading, a.level_language
    from register.advice a left join pseudonym.superseded s on s.old_p = a.p
   where a.delivery_id = (select register.newest('INSCHRWPOTAB'));
create view register.person_view as
  select coalesce(s.new_p, r.p) as p, r.sex, r.birth_year, r.generation, r.origin_group, r.origin, r.born_nl, r.parents_abroad
    from register.person r left join pseudonym.superseded s on s.old_p = r.p
   where r.delivery_id = (select register.newest('GBAPERSOONTAB'));
create view register.education_view as
  select coalesce(s.new_p, e.p) as p, e.level_code, e.weight
    from register.education e left join pseudonym.superseded s on s.old_p = e.p
   where e.delivery_id = (select register.newest('HOOGSTEOPLTAB'));
create view register.income_view as
  select coalesce(s.new_p, i.p) as p, i.percentile, i.disposable
    from register.income i left join pseudonym.superseded s on s.old_p = i.p
   where i.delivery_id = (select register.newest('INHATAB'));
create view register.household_view as
  select coalesce(s.new_p, h.p) as p, h.type, h.first_year, h.last_year
    from register.household h left join pseudonym.superseded s on s.old_p = h.p
   where h.delivery_id = (select register.newest('GBAHUISHOUDENSBUS'));

revoke all on all functions in schema register from public;
grant execute on function register.newest(text) to schakel_link, schakel_cold;
grant execute on function register.bridge(bytea[], bytea[]), register.persons_twice(text, uuid) to schakel_link;
grant select, insert on register.delivery, register.file to schakel_link;
grant select, insert on register.person_token to schakel_link;
grant insert on register.enrolment, register.advice, register.person, register.education, register.income,
  register.household to schakel_link;
grant select on register.enrolment_view, register.advice_view, register.person_view, register.education_view,
  register.income_view, register.household_view to schakel_cold;
