-- Which generation of the linkage keys is in force, and the change to the next one without any number.

create table pseudonym.in_force (
  only_row boolean primary key default true check (only_row),
  generation integer not null check (generation >= 1)
);
insert into pseudonym.in_force (generation) values (1);
comment on table pseudonym.in_force is 'RLS: none, schools have no right to it; zone LINK. One row: the generation of '
  'every stored keyed value. Who stores or compares keyed values locks this table in row share mode, rotation in exclusive mode.';

-- Every table with values over which the linkage keys lie; a test compares the list with all columns of all tables.
create table pseudonym.keyed (
  relation text primary key check (relation ~ '^[a-z_]+\.[a-z_]+$'),
  columns text[] not null,
  generation integer not null check (generation >= 1)
);
insert into pseudonym.keyed (relation, columns, generation) values
  ('pseudonym.person', '{lp}', 1),
  ('pseudonym.local_pupil', '{token}', 1),
  ('pseudonym.rin', '{token}', 1),
  ('delivery.pupil_token', '{local,sex_token,birth_token}', 1),
  ('register.person_token', '{sex_token,birth_token}', 1);
comment on table pseudonym.keyed is 'RLS: none, schools have no right to it; zone LINK. '
  'What rotation rewrites. A table may have a column generation beside its keyed column: it follows.';

-- Keeps the generation in force until the end of the transaction and answers it. A caller whose values are of another one
-- is refused with SK001; null asks only.
create function pseudonym.hold(gen integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  present integer;
begin
  lock table pseudonym.in_force in row share mode;
  select f.generation into strict present from pseudonym.in_force f;
  if gen <> present then
    raise exception 'generation % is in force', present using errcode = 'SK001';
  end if;
  return present;
end $$;
revoke all on function pseudonym.hold(integer) from public;
grant execute on function pseudonym.hold(integer) to schakel_school, schakel_link;

-- Waits for whoever holds the generation, keeps everybody else out, and answers the generation.
create function pseudonym.lock_keyed() returns integer
language plpgsql set search_path = pg_catalog as $$
declare
  name regclass;
begin
  lock table pseudonym.in_force in exclusive mode;
  for name in
    select k.relation::regclass from pseudonym.keyed k
    union select c.conrelid from pg_constraint c join pseudonym.keyed k on c.confrelid = k.relation::regclass
    order by 1
  loop
    execute format('lock table %s in access exclusive mode', name);
  end loop;
  return (select f.generation from pseudonym.in_force f);
end $$;

-- Rotation, first. Refuses (SK003) while a change of keys is open.
create function pseudonym.rotation_begin() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  present constant integer := pseudonym.lock_keyed();
begin
  if exists (select from pseudonym.series s where s.last_generation is not null and s.closed_at is null) then
    raise exception 'a change of keys is open' using errcode = 'SK003';
  end if;
  return present;
end $$;

-- Rotation, for each table: empty tables for the rows with new values, and for the rows that are computed twice.
create function pseudonym.rotation_stage(name text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from pseudonym.keyed k where k.relation = name) then
    raise exception 'no keyed values there' using errcode = '22023';
  end if;
  execute 'create unlogged table pseudonym.rotated (like ' || name || ')';
  execute 'create unlogged table pseudonym.recomputed (like ' || name || ')';
  grant insert on pseudonym.rotated, pseudonym.recomputed to schakel_link;
end $$;

-- Puts the staged rows in the place of the old ones, which lose their file. Constraints and indexes are made anew afterwards,
-- as they were.
create function pseudonym.refill(target regclass) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  drops text[];
  makes text[];
  statement text;
begin
  select array_agg(d.drop_it order by d.phase desc, d.name), array_agg(d.make_it order by d.phase, d.name)
    into drops, makes
    from (
      select case c.contype when 'f' then 3 else 1 end as phase, c.conname::text as name,
             format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop_it,
             format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as make_it
        from pg_constraint c
       where (c.conrelid = target and c.contype in ('p', 'u', 'x', 'f')) or (c.confrelid = target and c.contype = 'f')
      union all
      select 2, i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i
       where i.indrelid = target and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    ) d;
  foreach statement in array coalesce(drops, '{}') loop
    execute statement;
  end loop;
  execute format('truncate %s', target);
  execute format('insert into %s select * from pseudonym.rotated', target);
  foreach statement in array coalesce(makes, '{}') loop
    execute statement;
  end loop;
end $$;

-- Rotation, for each table: puts the staged rows in the place of the old ones. Refuses (SK002) where a count or a row that
-- was computed twice differs.
create function pseudonym.rotation_replace(name text, next integer) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  target constant regclass := name;
  keyed constant text[] := (select k.columns from pseudonym.keyed k where k.relation = name);
  counts constant text := (select 'array[count(*), ' || string_agg(format('count(%I)', c), ', ') || ']' from unnest(keyed) c);
  old_counts bigint[];
  new_counts bigint[];
  different bigint;
  key_of constant text := (select 'coalesce(' || string_agg(format('%%1$s.%I', c), ', ') || ')' from unnest(keyed) c);
begin
  execute format('select %s from %s', counts, target) into strict old_counts;
  perform pseudonym.refill(target);
  execute format('select %s from %s', counts, target) into strict new_counts;
  execute format('select count(*) from pseudonym.recomputed r where not exists (select from %s t where '
    || replace(key_of, '%1$s', 't') || ' = ' || replace(key_of, '%1$s', 'r') || ' and t.* is not distinct from r.*)', target)
    into strict different;
  if new_counts <> old_counts or different > 0 then
    raise exception 'rotation: % before, % after, % computed otherwise', old_counts, new_counts, different using errcode = 'SK002';
  end if;
  drop table pseudonym.rotated, pseudonym.recomputed;
  update pseudonym.keyed k set generation = next where k.relation = name;
  return new_counts[1];
end $$;

-- Rotation, last: the next generation is in force from the commit on. Refuses (SK002) where a table was left out.
create function pseudonym.rotation_finish(next integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from pseudonym.keyed k where k.generation <> next) then
    raise exception 'rotation: a table was left out' using errcode = 'SK002';
  end if;
  update pseudonym.in_force set generation = next;
end $$;

revoke all on function pseudonym.lock_keyed(), pseudonym.refill(regclass), pseudonym.rotation_begin(), pseudonym.rotation_stage(text), pseudonym.rotation_replace(text, integer),
  pseudonym.rotation_finish(integer) from public;
grant execute on function pseudonym.rotation_begin(), pseudonym.rotation_stage(text),
  pseudonym.rotation_replace(text, integer), pseudonym.rotation_finish(integer) to schakel_link;
grant select on pseudonym.in_force, pseudonym.keyed to schakel_link;
