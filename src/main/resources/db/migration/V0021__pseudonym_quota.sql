-- How many numbers a school may have evaluated in a school year, over direct, blind and trial evaluations together.

create table pseudonym.quota (
  brin text not null,
  school_year smallint not null,
  used bigint not null default 0 check (used >= 0),
  pupils integer check (pupils > 0),
  counted_at timestamptz not null,
  raised_to bigint check (raised_to > 0),
  raised_because text check (length(raised_because) between 10 and 500),
  raised_at timestamptz,
  primary key (brin, school_year)
);
comment on table pseudonym.quota is 'RLS: none, schools have no right to it; zone LINK. '
  'Evaluations asked for, and the school''s pupils as DUO last counted them; null where no register names the school. An operator may raise what one school may have in one year.';

-- What a school may have. A larger number that an operator gave goes before.
create function pseudonym.allowance(known pseudonym.quota, otherwise bigint) returns bigint
language sql immutable set search_path = pg_catalog as $$
  select greatest(
    coalesce(3::bigint * ((known).pupils + 2 * (((known).pupils + 997) / 998)), otherwise), (known).raised_to)
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

-- Raises what one school may have in one school year; a smaller number than it may have already changes nothing.
create function pseudonym.raise_quota(school text, year integer, raised bigint, because text, at timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into pseudonym.quota as q (brin, school_year, counted_at, raised_to, raised_because, raised_at)
  values (school, year, '-infinity', raised, because, at)
  on conflict (brin, school_year) do update
    set raised_to = excluded.raised_to, raised_because = excluded.raised_because, raised_at = excluded.raised_at;
end $$;
revoke all on function pseudonym.raise_quota(text, integer, bigint, text, timestamptz) from public;
grant execute on function pseudonym.raise_quota(text, integer, bigint, text, timestamptz) to schakel_link;

-- Where the schools stand that had numbers evaluated, or were given more, in a school year.
create function pseudonym.standings(year integer, otherwise bigint)
returns table (brin text, used bigint, allowed bigint, raised_because text)
language sql stable security definer set search_path = pg_catalog as $$
  select q.brin, q.used, pseudonym.allowance(q, otherwise), q.raised_because
    from pseudonym.quota q where q.school_year = year order by q.brin
$$;
revoke all on function pseudonym.standings(integer, bigint) from public;
grant execute on function pseudonym.standings(integer, bigint) to schakel_link;
