-- How many numbers a school may have evaluated in a school year, over direct, blind and trial evaluations together.

-- Words that somebody typed and that stay, without what may be a pupil's number (nl.schakel.pupil.NumberLike).
create domain pseudonym.numberless as text check (value !~ '[0-9]{8}|([0-9][^0-9a-zA-Z]{0,3}){9}');

create table pseudonym.quota (
  brin text not null,
  school_year smallint not null,
  used bigint not null default 0 check (used >= 0),
  pupils integer check (pupils > 0),
  counted_at timestamptz not null,
  primary key (brin, school_year)
);
comment on table pseudonym.quota is 'RLS: none, schools have no right to it; zone LINK. '
  'Evaluations asked for, and the school''s pupils as DUO last counted them; null where no register names the school.';

create table pseudonym.quota_raise (
  id uuid primary key default gen_random_uuid(),
  brin text not null,
  school_year smallint not null,
  allowed bigint not null check (allowed > 0),
  because pseudonym.numberless not null check (length(because) between 10 and 500),
  raised_at timestamptz not null,
  foreign key (brin, school_year) references pseudonym.quota
);
create index on pseudonym.quota_raise (brin, school_year);
comment on table pseudonym.quota_raise is 'RLS: none, schools have no right to it; zone LINK. '
  'What operators gave one school in one year, and why. Rows are added only; the largest is in force.';
create trigger additions_only before update or delete or truncate on pseudonym.quota_raise
  for each statement execute function audit.refuse_change();
alter table pseudonym.quota_raise enable always trigger additions_only;

-- What a school may have: what an operator gave goes before where it is more.
create function pseudonym.allowance(known pseudonym.quota, otherwise bigint) returns bigint
language sql stable set search_path = pg_catalog as $$
  select greatest(
    coalesce(3::bigint * ((known).pupils + 2 * (((known).pupils + 997) / 998)), otherwise),
    (select max(r.allowed) from pseudonym.quota_raise r
      where r.brin = (known).brin and r.school_year = (known).school_year))
$$;
revoke all on function pseudonym.allowance(pseudonym.quota, bigint) from public;

-- Counts evaluations for a school, unless they exceed three for each pupil that DUO counted and for the two canaries of
-- each 998 of them, or the given number where DUO counted none, or what an operator raised it to. A school that no register names is looked up again after a day.
create function pseudonym.reserve(
  school text, evaluations integer, year integer, otherwise bigint, at timestamptz,
  out granted boolean, out used bigint, out allowed bigint)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  known pseudonym.quota;
begin
  if evaluations < 0 then
    raise exception 'evaluations are counted upwards' using errcode = '22023';
  end if;
  insert into pseudonym.quota (brin, school_year, counted_at) values (school, year, '-infinity') on conflict do nothing;
  select q.* into known from pseudonym.quota q where q.brin = school and q.school_year = year for update;
  if known.pupils is null and known.counted_at < at - interval '1 day' then
    known.pupils := (
      select count(distinct e.p) from register.enrolment e
       where e.brin = school
         and e.delivery_id = (select d.id from register.delivery d order by d.reference_date desc, d.loaded_at desc limit 1)
       group by e.school_year order by e.school_year desc limit 1);
    update pseudonym.quota q set pupils = known.pupils, counted_at = at where q.brin = school and q.school_year = year;
  end if;
  allowed := pseudonym.allowance(known, otherwise);
  granted := known.used + evaluations <= allowed;
  used := known.used;
  if granted then
    update pseudonym.quota q set used = q.used + evaluations where q.brin = school and q.school_year = year
    returning q.used into used;
  end if;
end $$;
revoke all on function pseudonym.reserve(text, integer, integer, bigint, timestamptz) from public;
grant execute on function pseudonym.reserve(text, integer, integer, bigint, timestamptz) to schakel_link;

-- Gives one school more in one school year; a number below what it may have already is kept and changes nothing.
create function pseudonym.raise_quota(school text, year integer, raised bigint, because text, at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into pseudonym.quota (brin, school_year, counted_at) values (school, year, '-infinity') on conflict do nothing;
  insert into pseudonym.quota_raise (brin, school_year, allowed, because, raised_at)
  values (school, year, raised, because, at);
end $$;
revoke all on function pseudonym.raise_quota(text, integer, bigint, text, timestamptz) from public;
grant execute on function pseudonym.raise_quota(text, integer, bigint, text, timestamptz) to schakel_link;

-- Where the schools stand that had numbers evaluated, or were given more, in a school year, with the reason of the raise
-- that is in force: of equal ones the first.
create function pseudonym.standings(year integer, otherwise bigint)
returns table (brin text, used bigint, allowed bigint, raised_because text)
language sql stable security definer set search_path = pg_catalog as $$
  select q.brin, q.used, a.allowed,
         (select r.because from pseudonym.quota_raise r
           where r.brin = q.brin and r.school_year = q.school_year and r.allowed = a.allowed
           order by r.raised_at, r.id limit 1)
    from pseudonym.quota q, lateral (select pseudonym.allowance(q, otherwise) as allowed) a
   where q.school_year = year order by q.brin
$$;
revoke all on function pseudonym.standings(integer, bigint) from public;
grant execute on function pseudonym.standings(integer, bigint) to schakel_link;
