-- Series of keys, and the change from one to the next while numbers arrive again. Decision 0019.

create table pseudonym.series (
  number integer primary key check (number >= 1),
  oprf integer not null check (oprf >= 1),
  token integer not null check (token >= 1),
  first_generation integer not null unique check (first_generation >= 1),
  last_generation integer check (last_generation >= first_generation),
  ended_at timestamptz,
  closed_at timestamptz,
  check ((last_generation is null) = (ended_at is null)),
  check (closed_at >= ended_at)
);
create unique index series_present on pseudonym.series ((true)) where last_generation is null;
create unique index series_open on pseudonym.series ((true)) where last_generation is not null and closed_at is null;
insert into pseudonym.series (number, oprf, token, first_generation) values (1, 1, 1, 1);
comment on table pseudonym.series is 'RLS: none, schools have no right to it; zone LINK. '
  'Which keys belong together: versions of oprf and token and a row of generations of link. The one without a last generation is in '
  'force; a change is open while the one before is not closed.';

-- Opens a change, after pseudonym.rotation_begin: every keyed value of a person, local key or RIN is an earlier value from now on,
-- and the next generation begins a series. The tables get new files.
create function pseudonym.open_change(
  new_oprf integer, new_token integer, next integer, at timestamptz,
  out persons bigint, out locals bigint, out rins bigint)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if pseudonym.rotation_begin() + 1 <> next then
    raise exception 'not the next generation' using errcode = '22023';
  end if;
  insert into pseudonym.earlier_number (lp, p) select q.lp, q.p from pseudonym.person q where q.lp is not null order by q.lp;
  get diagnostics persons = row_count;
  insert into pseudonym.earlier_local (token, p) select l.token, l.p from pseudonym.local_pupil l order by l.token;
  get diagnostics locals = row_count;
  insert into pseudonym.earlier_rin (token, p) select r.token, r.p from pseudonym.rin r order by r.token;
  get diagnostics rins = row_count;
  truncate pseudonym.local_pupil, pseudonym.rin;
  create unlogged table pseudonym.rotated (like pseudonym.person);
  insert into pseudonym.rotated (p, lp, generation) select q.p, null, q.generation from pseudonym.person q;
  perform pseudonym.refill('pseudonym.person');
  drop table pseudonym.rotated;
  create unlogged table pseudonym.rotated (like delivery.pupil_token);
  insert into pseudonym.rotated (delivery_id, pupil_no, local, sex_token, birth_token, earlier_local, earlier_tokens)
  select t.delivery_id, t.pupil_no, t.local, t.sex_token, t.birth_token, t.local is not null, true from delivery.pupil_token t;
  perform pseudonym.refill('delivery.pupil_token');
  drop table pseudonym.rotated;
  create unlogged table pseudonym.rotated (like register.person_token);
  insert into pseudonym.rotated (delivery_id, p, sex_token, birth_token, earlier_tokens)
  select t.delivery_id, t.p, t.sex_token, t.birth_token, true from register.person_token t;
  perform pseudonym.refill('register.person_token');
  drop table pseudonym.rotated;
  update pseudonym.series s set last_generation = next - 1, ended_at = at where s.last_generation is null;
  insert into pseudonym.series (number, oprf, token, first_generation)
  select max(s.number) + 1, new_oprf, new_token, next from pseudonym.series s;
  update pseudonym.keyed set generation = next;
  update pseudonym.in_force set generation = next;
end $$;

-- What is found by its earlier value is found by its new one from now on. Each array has the values of both series at one place.
create function pseudonym.move_seen(
  lps bytea[], locals bytea[], earlier_lps bytea[], earlier_locals bytea[], gen integer) returns void
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform 1 from pseudonym.earlier_number e where e.lp = any (earlier_lps) order by e.lp for update;
  if found then
    with pair as (
      select distinct on (u.old) u.old, u.now from unnest(earlier_lps, lps) as u (old, now)
       where u.old is not null and u.now is not null order by u.old
    ), gone as (
      delete from pseudonym.earlier_number e using pair i
       where e.lp = i.old and not exists (select from pseudonym.person q where q.lp = i.now)
      returning e.p, i.now
    )
    update pseudonym.person q set lp = g.now, generation = gen from gone g where q.p = g.p;
  end if;
  perform 1 from pseudonym.earlier_local e where e.token = any (earlier_locals) order by e.token for update;
  if found then
    with pair as (
      select distinct on (u.old) u.old, u.now from unnest(earlier_locals, locals) as u (old, now)
       where u.old is not null and u.now is not null order by u.old
    ), gone as (
      delete from pseudonym.earlier_local e using pair i where e.token = i.old returning e.token, e.p, i.now
    ), added as (
      insert into pseudonym.local_pupil (token, p) select g.now, g.p from gone g order by g.now on conflict do nothing
    )
    update delivery.pupil_token t set local = g.now, earlier_local = false
      from gone g where t.local = g.token and t.earlier_local;
  end if;
end $$;

-- pseudonym.admit while a change is open: each pair has its values under both series.
create function pseudonym.admit_seen(
  lp bytea[], local bytea[], fresh bytea[], generation integer, earlier_lp bytea[], earlier_local bytea[])
returns table (ord integer, p bytea)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pseudonym.hold($4);
  perform pseudonym.move_seen($1, $2, $5, $6, $4);
  return query select a.ord, a.p from pseudonym.admit($1, $2, $3, $4) a;
end $$;

-- RINs found by their earlier tokens, while a change is open.
create function pseudonym.move_rins(tokens bytea[], earlier bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform pseudonym.hold(null);
  perform 1 from pseudonym.earlier_rin e where e.token = any (earlier) order by e.token for update;
  with pair as (
    select distinct on (u.old) u.old, u.now from unnest(earlier, tokens) as u (old, now) order by u.old
  ), gone as (
    delete from pseudonym.earlier_rin e using pair i where e.token = i.old returning e.p, i.now
  )
  insert into pseudonym.rin (token, p) select g.now, g.p from gone g order by g.now on conflict do nothing;
end $$;

-- Closes the change: what was not seen loses its earlier values, in files as well; persons and their content stay. Refuses
-- (SK004) where none is open.
create function pseudonym.close_change(
  at timestamptz, out persons bigint, out decided bigint, out former bigint, out locals bigint, out rins bigint)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pseudonym.lock_keyed();
  update pseudonym.series s set closed_at = at where s.last_generation is not null and s.closed_at is null;
  if not found then
    raise exception 'no change of keys is open' using errcode = 'SK004';
  end if;
  select u.persons, u.decided, u.former, u.locals, u.rins into persons, decided, former, locals, rins
    from consent.not_seen_again(greatest(at, clock_timestamp())) u;
  truncate pseudonym.earlier_number, pseudonym.earlier_local, pseudonym.earlier_rin;
  create unlogged table pseudonym.rotated (like delivery.pupil_token);
  insert into pseudonym.rotated (delivery_id, pupil_no, local, sex_token, birth_token, earlier_local, earlier_tokens)
  select t.delivery_id, t.pupil_no, case when not t.earlier_local then t.local end,
         case when not t.earlier_tokens then t.sex_token end, case when not t.earlier_tokens then t.birth_token end, false, false
    from delivery.pupil_token t;
  perform pseudonym.refill('delivery.pupil_token');
  drop table pseudonym.rotated;
  create unlogged table pseudonym.rotated (like register.person_token);
  insert into pseudonym.rotated (delivery_id, p, sex_token, birth_token, earlier_tokens)
  select t.delivery_id, t.p, case when not t.earlier_tokens then t.sex_token end,
         case when not t.earlier_tokens then t.birth_token end, false
    from register.person_token t;
  perform pseudonym.refill('register.person_token');
  drop table pseudonym.rotated;
  create unlogged table pseudonym.rotated (like pseudonym.person);
  insert into pseudonym.rotated (p, lp, generation) select q.p, q.lp, q.generation from pseudonym.person q;
  perform pseudonym.refill('pseudonym.person');
  drop table pseudonym.rotated;
end $$;

revoke all on function pseudonym.open_change(integer, integer, integer, timestamptz),
  pseudonym.move_seen(bytea[], bytea[], bytea[], bytea[], integer),
  pseudonym.admit_seen(bytea[], bytea[], bytea[], integer, bytea[], bytea[]), pseudonym.move_rins(bytea[], bytea[]),
  pseudonym.close_change(timestamptz) from public;
grant execute on function pseudonym.admit_seen(bytea[], bytea[], bytea[], integer, bytea[], bytea[])
  to schakel_school, schakel_link;
grant execute on function pseudonym.open_change(integer, integer, integer, timestamptz),
  pseudonym.move_rins(bytea[], bytea[]), pseudonym.close_change(timestamptz) to schakel_link;
grant select on pseudonym.series to schakel_link;
