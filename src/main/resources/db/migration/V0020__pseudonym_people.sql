-- Persons and the keyed values that lead to them. Rotation of the linkage keys rewrites these tables and no other.

create table pseudonym.person (
  p bytea primary key check (length(p) = 32),
  lp bytea unique check (length(lp) = 32),
  generation integer check (generation >= 1),
  check ((lp is null) = (generation is null))
);
comment on table pseudonym.person is 'RLS: none, schools reach it by pseudonym.admit only; zone LINK. '
  'P, the person key; LP, the linkage pseudonym, null while only a local key is known.';

create table pseudonym.local_pupil (
  token bytea primary key check (length(token) = 32),
  p bytea not null
);
create index local_pupil_p on pseudonym.local_pupil (p);
comment on table pseudonym.local_pupil is 'RLS: none, schools reach it by pseudonym.admit only; zone LINK. '
  'Tokens of (site, source system, pupil key). p is a person: pseudonym.admit alone writes here, and a foreign key would '
  'cost a look-up a row.';

create table pseudonym.rin (
  token bytea primary key check (length(token) = 32),
  p bytea not null references pseudonym.person
);
create index rin_p on pseudonym.rin (p);
comment on table pseudonym.rin is 'RLS: none, schools have no right to it; zone LINK. Tokens of RINPERSOON.';

create table pseudonym.superseded (
  old_p bytea primary key check (length(old_p) = 32),
  new_p bytea not null references pseudonym.person,
  check (old_p <> new_p)
);
create index superseded_new_p on pseudonym.superseded (new_p);
comment on table pseudonym.superseded is 'RLS: none, schools have no right to it; zone LINK. '
  'Kept flat: new_p is never itself superseded.';

create table pseudonym.key_check (
  key_id text primary key check (key_id ~ '^[a-z]+(/[0-9]{1,6})?$'),
  check_value text not null check (check_value ~ '^([0-9a-f]{16}|[0-9a-f]{66})$'),
  first_used timestamptz not null
);
comment on table pseudonym.key_check is 'RLS: none, schools have no right to it; zone LINK. '
  'Which keys the stored values were made with: check values, not keys.';

-- Makes old a synonym of new: tokens follow, chains stay flat.
create function pseudonym.merge(old_key bytea, new_key bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update pseudonym.superseded set new_p = new_key where new_p = old_key;
  insert into pseudonym.superseded (old_p, new_p) values (old_key, new_key);
  update pseudonym.local_pupil set p = new_key where p = old_key;
  update pseudonym.rin set p = new_key where p = old_key;
  delete from pseudonym.person where p = old_key;
end $$;
revoke all on function pseudonym.merge(bytea, bytea) from public;

-- One attempt of admit; a concurrent admission of the same person makes it fail with unique_violation.
create function pseudonym.admit_once(lps bytea[], locals bytea[], fresh bytea[], gen integer) returns void
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  pair record;
begin
  -- a person first met by local key gets the number, unless the number already has a person
  for pair in
    select distinct on (l.p) l.p, i.lp
      from (select distinct on (lp) lp, local, ord from unnest(lps, locals) with ordinality as u (lp, local, ord)
             where lp is not null and local is not null order by lp, ord) i
      join pseudonym.local_pupil l on l.token = i.local
      join pseudonym.person q on q.p = l.p and q.lp is null
     where not exists (select 1 from pseudonym.person r where r.lp = i.lp)
     order by l.p, i.ord
  loop
    update pseudonym.person set lp = pair.lp, generation = gen where p = pair.p and lp is null;
  end loop;

  insert into pseudonym.person (p, lp, generation)
  select d.fresh, d.lp, gen
    from (select distinct on (lp) lp, fresh from unnest(lps, fresh) as u (lp, fresh)
           where lp is not null order by lp) d
   where not exists (select 1 from pseudonym.person q where q.lp = d.lp)
   order by d.lp
  on conflict (lp) do nothing;

  -- local keys not yet known: of the numbered person where a pair says so, else of a new one
  with want as (
    select distinct on (i.local) i.local, coalesce(q.p, i.fresh) as p, q.p is null as provisional
      from unnest(lps, locals, fresh) with ordinality as i (lp, local, fresh, ord)
      left join pseudonym.person q on q.lp = i.lp
     where i.local is not null
       and not exists (select 1 from pseudonym.local_pupil l where l.token = i.local)
     order by i.local, (i.lp is null), i.ord desc
  ), added as (
    insert into pseudonym.local_pupil (token, p)
    select local, p from want order by local
    on conflict (token) do nothing
    returning p
  )
  insert into pseudonym.person (p)
  select a.p from added a join want w on w.p = a.p where w.provisional;

  -- a local key that leads elsewhere than its last pair: a provisional person is merged, a numbered one only loses the local key
  for pair in
    select i.local, l.p as old_p, q.p as new_p, o.lp is null as provisional
      from (select distinct on (local) local, lp from unnest(lps, locals) with ordinality as u (lp, local, ord)
             where lp is not null and local is not null order by local, ord desc) i
      join pseudonym.local_pupil l on l.token = i.local
      join pseudonym.person q on q.lp = i.lp
      join pseudonym.person o on o.p = l.p
     where l.p <> q.p
     order by i.local
  loop
    if pair.provisional and exists (select 1 from pseudonym.person where p = pair.old_p for update) then
      perform pseudonym.merge(pair.old_p, pair.new_p);
    else
      update pseudonym.local_pupil set p = pair.new_p where token = pair.local;
    end if;
  end loop;
end $$;
revoke all on function pseudonym.admit_once(bytea[], bytea[], bytea[], integer) from public;

-- The person of each pair (number, local key), found or made; fresh holds a random candidate for each pair.
-- ord counts from 1. Concurrent calls for one person answer the same key.
create function pseudonym.admit(lp bytea[], local bytea[], fresh bytea[], generation integer)
returns table (ord integer, p bytea)
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  lps constant bytea[] := $1;
  locals constant bytea[] := $2;
begin
  if coalesce(cardinality(lps), 0) <> coalesce(cardinality(locals), 0)
     or coalesce(cardinality(lps), 0) <> coalesce(cardinality($3), 0)
     or coalesce(cardinality(lps), 0) > 10000 then
    raise exception 'admit takes three arrays of one length, at most 10000' using errcode = '22023';
  end if;
  for attempt in 1 .. 5 loop
    exit when not exists (
      select from unnest(lps, locals) as i (lp, local)
        left join pseudonym.person q on q.lp = i.lp
        left join pseudonym.local_pupil l on l.token = i.local
       where (i.lp is not null and q.p is null) or (i.local is not null and l.p is null) or q.p <> l.p);
    begin
      perform pseudonym.admit_once(lps, locals, $3, $4);
      exit;
    exception when unique_violation or foreign_key_violation then
      if attempt = 5 then
        raise exception 'concurrent admission' using errcode = '40001';
      end if;
    end;
  end loop;
  return query
    select i.ord::integer, coalesce(q.p, l.p)
      from unnest(lps, locals) with ordinality as i (lp, local, ord)
      left join pseudonym.person q on q.lp = i.lp
      left join pseudonym.local_pupil l on l.token = i.local
     order by i.ord;
end $$;
revoke all on function pseudonym.admit(bytea[], bytea[], bytea[], integer) from public;
grant execute on function pseudonym.admit(bytea[], bytea[], bytea[], integer) to schakel_school, schakel_link;

-- The person key that now stands for p: itself, unless it was superseded.
create function pseudonym.current(p bytea) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select s.new_p from pseudonym.superseded s where s.old_p = $1), $1)
$$;
revoke all on function pseudonym.current(bytea) from public;
grant execute on function pseudonym.current(bytea) to schakel_school, schakel_link;

-- Whether a key is the one known by this id; the first one seen becomes known.
create function pseudonym.check_key(id text, value text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into pseudonym.key_check (key_id, check_value, first_used) values (id, value, at) on conflict do nothing;
  return (select k.check_value = value from pseudonym.key_check k where k.key_id = id);
end $$;
revoke all on function pseudonym.check_key(text, text, timestamptz) from public;
grant execute on function pseudonym.check_key(text, text, timestamptz) to schakel_link;

grant select on pseudonym.person, pseudonym.local_pupil, pseudonym.rin, pseudonym.superseded to schakel_link;
grant insert on pseudonym.rin to schakel_link;
