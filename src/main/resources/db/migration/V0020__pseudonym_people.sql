-- Persons and the keyed values that lead to them. Rotation of the linkage keys rewrites these tables and no other.

create table pseudonym.person (
  p bytea primary key check (length(p) = 32),
  lp bytea unique check (length(lp) = 32),
  generation integer check (generation >= 1),
  check (lp is null or generation is not null)
);
comment on table pseudonym.person is 'RLS: none, schools reach it by pseudonym.admit only; zone LINK. '
  'P, the person key; LP, the linkage pseudonym. Without a generation only a local key is known; with one and without LP the number '
  'was not seen again since a change of keys.';

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

-- Values of the series of keys before, while a change of keys is open; empty otherwise. Decision 0019.
create table pseudonym.earlier_number (
  lp bytea primary key check (length(lp) = 32),
  p bytea not null
);
create index earlier_number_p on pseudonym.earlier_number (p);
create table pseudonym.earlier_local (
  token bytea primary key check (length(token) = 32),
  p bytea not null
);
create index earlier_local_p on pseudonym.earlier_local (p);
create table pseudonym.earlier_rin (
  token bytea primary key check (length(token) = 32),
  p bytea not null
);
create index earlier_rin_p on pseudonym.earlier_rin (p);
comment on table pseudonym.earlier_number is 'RLS: none, schools have no right to it; zone LINK. '
  'Linkage pseudonyms of the earlier series, of persons whose number was not seen again.';
comment on table pseudonym.earlier_local is 'RLS: none, schools have no right to it; zone LINK. '
  'Tokens of local keys of the earlier series, not seen again.';
comment on table pseudonym.earlier_rin is 'RLS: none, schools have no right to it; zone LINK. '
  'Tokens of RINPERSOON of the earlier series, not seen again.';

create table pseudonym.key_check (
  key_id text primary key check (key_id ~ '^[a-z]+(/[0-9]{1,6})?$'),
  check_value text not null check (check_value ~ '^([0-9a-f]{16}|[0-9a-f]{64}|[0-9a-f]{66})$'),
  first_used timestamptz not null
);
comment on table pseudonym.key_check is 'RLS: none, schools have no right to it; zone LINK. '
  'Which keys the stored values and the log were made with: check values, not keys.';

-- Makes each old person a synonym of the new one at its place: tokens follow, chains stay flat. No new one is an old one.
create function pseudonym.merge(old_keys bytea[], new_keys bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update pseudonym.superseded s set new_p = m.n from unnest(old_keys, new_keys) as m (o, n) where s.new_p = m.o;
  insert into pseudonym.superseded (old_p, new_p) select m.o, m.n from unnest(old_keys, new_keys) as m (o, n);
  update pseudonym.local_pupil l set p = m.n from unnest(old_keys, new_keys) as m (o, n) where l.p = m.o;
  update pseudonym.rin r set p = m.n from unnest(old_keys, new_keys) as m (o, n) where r.p = m.o;
  update pseudonym.earlier_local l set p = m.n from unnest(old_keys, new_keys) as m (o, n) where l.p = m.o;
  update pseudonym.earlier_rin r set p = m.n from unnest(old_keys, new_keys) as m (o, n) where r.p = m.o;
  delete from pseudonym.person q using unnest(old_keys) as m (o) where q.p = m.o;
end $$;
revoke all on function pseudonym.merge(bytea[], bytea[]) from public;

-- One attempt of admit; a concurrent admission of the same person makes it fail with unique_violation.
create function pseudonym.admit_once(lps bytea[], locals bytea[], fresh bytea[], gen integer) returns void
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  olds bytea[];
  news bytea[];
begin
  -- persons first met by local key get the number, unless the number already has a person; locked in one order
  select array_agg(w.p), array_agg(w.lp) into olds, news
    from (select distinct on (l.p) l.p, i.lp
            from (select distinct on (lp) lp, local, ord from unnest(lps, locals) with ordinality as u (lp, local, ord)
                   where lp is not null and local is not null order by lp, ord) i
            join pseudonym.local_pupil l on l.token = i.local
            join pseudonym.person q on q.p = l.p and q.generation is null
           where not exists (select 1 from pseudonym.person r where r.lp = i.lp)
           order by l.p, i.ord) w;
  perform 1 from pseudonym.person q where q.p = any (olds) order by q.p for update;
  update pseudonym.person q set lp = w.lp, generation = gen
    from unnest(olds, news) as w (p, lp) where q.p = w.p and q.generation is null;

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

  -- local keys that lead elsewhere than their last pair: a provisional person is merged with all its keys ...
  select array_agg(w.old_p), array_agg(w.new_p) into olds, news
    from (select distinct on (l.p) l.p as old_p, q.p as new_p
            from (select distinct on (local) local, lp from unnest(lps, locals) with ordinality as u (lp, local, ord)
                   where lp is not null and local is not null order by local, ord desc) i
            join pseudonym.local_pupil l on l.token = i.local
            join pseudonym.person q on q.lp = i.lp
            join pseudonym.person o on o.p = l.p and o.generation is null
           where l.p <> q.p
           order by l.p, i.local) w;
  if cardinality(olds) > 0 then
    perform 1 from pseudonym.person q where q.p = any (olds) order by q.p for update;
    perform pseudonym.merge(olds, news);
  end if;

  -- ... and of a numbered one the key alone goes over
  update pseudonym.local_pupil l set p = q.p
    from (select distinct on (local) local, lp from unnest(lps, locals) with ordinality as u (lp, local, ord)
           where lp is not null and local is not null order by local, ord desc) i
    join pseudonym.person q on q.lp = i.lp
   where l.token = i.local and l.p <> q.p;
end $$;
revoke all on function pseudonym.admit_once(bytea[], bytea[], bytea[], integer) from public;

-- The person of each pair (number, local key), found or made; fresh holds a random candidate for each pair.
-- ord counts from 1. Concurrent calls for one person answer the same key.
create function pseudonym.admit(lp bytea[], local bytea[], fresh bytea[], generation integer)
returns table (ord integer, p bytea)
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  lps constant bytea[] := $1;
  locals constant bytea[] := $2;
  numbered bytea[];
  keyed bytea[];
  plain boolean;
begin
  if coalesce(cardinality(lps), 0) <> coalesce(cardinality(locals), 0)
     or coalesce(cardinality(lps), 0) <> coalesce(cardinality($3), 0)
     or coalesce(cardinality(lps), 0) > 10000 then
    raise exception 'admit takes three arrays of one length, at most 10000' using errcode = '22023';
  end if;
  perform pseudonym.hold($4); -- SK001 where another generation is in force
  -- the usual call in one reading and two writings: what is known agrees, what is new is new by number and by local key
  select array_agg(q.p), array_agg(l.p),
         bool_and((q.p = l.p) is not false and (q.p is not null or l.p is null or i.lp is null)
                  and (i.lp is not null or i.local is not null))
    into numbered, keyed, plain
    from unnest(lps, locals) as i (lp, local)
    left join pseudonym.person q on q.lp = i.lp
    left join pseudonym.local_pupil l on l.token = i.local;
  if plain then
    begin
      insert into pseudonym.person (p, lp, generation)
      select i.fresh, i.lp, case when i.lp is not null then $4 end
        from unnest(lps, $3, numbered, keyed) as i (lp, fresh, q, l)
       where q is null and l is null
       order by i.lp;
      insert into pseudonym.local_pupil (token, p)
      select i.local, coalesce(i.q, i.fresh)
        from unnest(locals, $3, numbered, keyed) as i (local, fresh, q, l)
       where i.local is not null and l is null
       order by i.local;
      return query
        select i.ord::integer, coalesce(i.q, i.l, i.fresh)
          from unnest($3, numbered, keyed) with ordinality as i (fresh, q, l, ord);
      return;
    exception when unique_violation then
      null; -- one number or key twice in the call, or somebody else was faster
    end;
  end if;
  for attempt in 1 .. 5 loop
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

-- Whether a key is the one known by this id and is not destroyed; the first one seen becomes known. Of the keys that
-- can be replaced after a leak the registered one counts.
create function pseudonym.check_key(id text, value text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into pseudonym.key_check (key_id, check_value, first_used) values (id, value, at) on conflict do nothing;
  return (
    select value = case when id in ('checkpoint', 'checkpoint-ml-dsa-44', 'manifest') then coalesce(s.check_value, k.check_value)
                        else k.check_value end
           and s.state is distinct from 'DESTROYED'
      from pseudonym.key_check k left join pseudonym.key_state s on s.key_id = k.key_id
     where k.key_id = id);
end $$;
revoke all on function pseudonym.check_key(text, text, timestamptz) from public;
grant execute on function pseudonym.check_key(text, text, timestamptz) to schakel_link;

grant select on pseudonym.person, pseudonym.local_pupil, pseudonym.rin, pseudonym.superseded, pseudonym.earlier_number,
  pseudonym.earlier_local, pseudonym.earlier_rin to schakel_link;
grant insert on pseudonym.rin to schakel_link;
