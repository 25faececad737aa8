-- A pupil's number that changed: an onderwijsnummer became a BSN, or a BSN was corrected. Both numbers keep a row of their
-- own in pseudonym.person, and all content stays with the number under which it came; one person supersedes the other. So
-- the linker compares values that are scoped by a number with those of the same number only, rotation needs no list of
-- former numbers, admit costs what it did, and a change can be undone whatever was delivered in between. Decision 0023.

alter table pseudonym.superseded
  add column by_number boolean not null default false,
  add column home bytea,
  add constraint merged_into_a_home check (by_number = (home is null));
comment on column pseudonym.superseded.by_number is 'Whether a number change made the entry, so that it can be undone.';
comment on column pseudonym.superseded.home is
  'The person a provisional one was merged into, by number; new_p is whoever stands for that person now.';

create table pseudonym.number_change (
  id uuid primary key,
  seq bigint generated always as identity,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  old_p bytea not null check (length(old_p) = 32),
  new_p bytea not null check (length(new_p) = 32),
  keeps_new boolean not null,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  undone_at timestamptz,
  settled_at timestamptz,
  check (old_p <> new_p),
  check (undone_at is null or settled_at is null)
);
create index number_change_old on pseudonym.number_change (old_p);
create index number_change_new on pseudonym.number_change (new_p);
create index number_change_of_school on pseudonym.number_change (brin, recorded_at);
create index number_change_open on pseudonym.number_change (id) where undone_at is null and settled_at is null;
comment on table pseudonym.number_change is 'RLS: own brin for schakel_school, all for schakel_link; zone SCHOOL. '
  'Which person a school says another one is, by the persons of the two numbers; no number and no keyed value. Settled by '
  'the linkage run or extract that used it first, and undone only before.';
alter table pseudonym.number_change enable row level security;
alter table pseudonym.number_change force row level security;
create policy own_school on pseudonym.number_change to schakel_school
  using (brin = current_setting('schakel.brin', true));
create policy linking on pseudonym.number_change to schakel_link using (true);
create policy functions on pseudonym.number_change to schakel_owner using (true);
grant select (id, brin, from_day, recorded_at, undone_at, settled_at) on pseudonym.number_change to schakel_school;
grant select, update (settled_at) on pseudonym.number_change to schakel_link;

-- A merge into a person whose number changed leads to whoever stands for that person. The lock makes a change that is going
-- on, which holds its persons for update, come before or after.
create function pseudonym.find_home() returns trigger
language plpgsql set search_path = pg_catalog as $$
declare
  keeper bytea;
begin
  if new.by_number then
    return new;
  end if;
  new.home := new.new_p;
  loop
    keeper := coalesce((select s.new_p from pseudonym.superseded s where s.old_p = new.home), new.home);
    perform from pseudonym.person q where q.p = keeper for key share;
    exit when keeper = coalesce((select s.new_p from pseudonym.superseded s where s.old_p = new.home), new.home);
  end loop;
  new.new_p := keeper;
  return new;
end $$;
create trigger find_home before insert on pseudonym.superseded
  for each row execute function pseudonym.find_home();

-- The persons, each with a number of its own, that stand for one pupil.
create function pseudonym.numbers_of(person bytea) returns bytea[]
language sql stable set search_path = pg_catalog as $$
  select array(
    select pseudonym.current(person)
    union all
    select s.old_p from pseudonym.superseded s where s.new_p = pseudonym.current(person) and s.by_number)
$$;

-- One number change after the other, and no merge into one of these persons until the transaction ends.
create function pseudonym.hold_persons(persons bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pseudonym.number_change', 0));
  perform from pseudonym.person q
    where q.p in (select unnest(pseudonym.numbers_of(u.p)) from unnest(persons) as u (p))
    order by q.p for update;
end $$;

-- Makes one person of two; the table stays flat.
create function pseudonym.join_persons(old_person bytea, new_person bytea, keeps_new boolean) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  keeper bytea := pseudonym.current(case when keeps_new then new_person else old_person end);
  other bytea := pseudonym.current(case when keeps_new then old_person else new_person end);
begin
  if keeper <> other then
    update pseudonym.superseded set new_p = keeper where new_p = other;
    insert into pseudonym.superseded (old_p, new_p, by_number) values (other, keeper, true);
  end if;
end $$;

-- Whether the school itself delivered the pupil under this number, or said that a number became this one.
create function pseudonym.delivered_by(own text, person bytea) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
begin
  return exists (
      select from delivery.subject s join delivery.delivery d on d.id = s.delivery_id
       where s.p = person and d.brin = own and d.state in ('RECEIVED', 'APPROVED', 'LINKED'))
    or exists (
      select from pseudonym.number_change c where c.new_p = person and c.brin = own and c.undone_at is null);
end $$;

-- Whether the school delivered two numbers under one key of its administration: then they are one pupil's.
create function pseudonym.share_local_key(own text, persons bytea[], person bytea) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
begin
  return exists (
    select t.local
      from delivery.subject s
      join delivery.delivery d on d.id = s.delivery_id and d.brin = own
      join delivery.pupil_token t on t.delivery_id = s.delivery_id and t.pupil_no = s.pupil_no
     where s.p = any (persons) and t.local is not null
    intersect
    select t.local
      from delivery.subject s
      join delivery.delivery d on d.id = s.delivery_id and d.brin = own
      join delivery.pupil_token t on t.delivery_id = s.delivery_id and t.pupil_no = s.pupil_no
     where s.p = person);
end $$;

-- Records that the number of old_person became that of new_person, both by the persons of the numbers, and joins them. The
-- verdict is CHANGED, REPEATED (with the change that stands), or why nothing was recorded. What other schools and registers
-- know is in no verdict. Whose key stays: that of the old number, unless only the other is in an extract.
create function pseudonym.change_number(
  change_id uuid, old_person bytea, new_person bytea, on_day date, at timestamptz, staff uuid)
returns table (verdict text, id uuid, p bytea)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  own text := delivery.own_brin();
  olds bytea[] := pseudonym.numbers_of(old_person);
  news bytea[] := pseudonym.numbers_of(new_person);
  standing pseudonym.number_change;
begin
  id := change_id;
  p := pseudonym.current(old_person);
  select c.* into standing from pseudonym.number_change c
   where c.brin = own and c.undone_at is null and c.old_p = old_person order by c.seq desc limit 1;
  if not (pseudonym.delivered_by(own, old_person)
      or exists (select from consent.objection o where o.brin = own and o.p = old_person)
      or exists (select from consent.decision d where d.brin = own and d.p = old_person)) then
    verdict := 'UNKNOWN';
  elsif standing.new_p = new_person then
    verdict := 'REPEATED';
    id := standing.id;
  elsif standing.id is not null then
    verdict := 'CHANGED_BEFORE';
  elsif exists (select from pseudonym.number_change c
                 where c.brin = own and c.undone_at is null and c.old_p = new_person and c.new_p = old_person) then
    verdict := 'TURNED_BACK';
  elsif pseudonym.current(new_person) <> p and pseudonym.delivered_by(own, new_person)
      and not pseudonym.share_local_key(own, olds, new_person) then
    verdict := 'OTHER_PUPIL';
  else
    verdict := 'CHANGED';
    insert into pseudonym.number_change
      (id, brin, old_p, new_p, keeps_new, from_day, recorded_at, recorded_by)
    values (change_id, own, old_person, new_person,
      exists (select from extract.member m where m.p = any (news))
        and not exists (select from extract.member m where m.p = any (olds)),
      on_day, at, staff);
    perform pseudonym.join_persons(c.old_p, c.new_p, c.keeps_new) from pseudonym.number_change c where c.id = change_id;
    p := pseudonym.current(old_person);
  end if;
  return next;
end $$;

-- The persons of a change of the own school.
create function pseudonym.persons_of_change(change_id uuid) returns setof bytea
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  own text := delivery.own_brin();
begin
  return query
    select u.p from pseudonym.number_change c cross join lateral (values (c.old_p), (c.new_p)) u (p)
     where c.id = change_id and c.brin = own;
end $$;

-- Nothing refers to the person: no content, no other token, no decision.
create function pseudonym.is_bare(person bytea) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
begin
  return not exists (select from delivery.subject s where s.p = person)
    and not exists (select from pseudonym.local_pupil l where l.p = person)
    and not exists (select from pseudonym.rin r where r.p = person)
    and not exists (select from pseudonym.earlier_local l where l.p = person)
    and not exists (select from pseudonym.earlier_rin r where r.p = person)
    and not exists (select from pseudonym.superseded s where person in (s.old_p, s.new_p, s.home))
    and not exists (select from pseudonym.number_change c
                     where person in (c.old_p, c.new_p) and c.undone_at is null)
    and not exists (select from consent.objection o where o.p = person)
    and not exists (select from consent.decision d where d.p = person)
    and not exists (select from register.delivery d join register.person_token t on t.delivery_id = d.id and t.p = person)
    and not exists (select from register.enrolment e where e.p = person)
    and not exists (select from register.advice a where a.p = person)
    and not exists (select from register.person r where r.p = person)
    and not exists (select from extract.member m where m.p = person);
end $$;

-- Removes a person that only a change had made, unless another transaction may be about to use it.
create function pseudonym.remove_bare(person bytea) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  if pseudonym.is_bare(person) then
    lock table pseudonym.person in access exclusive mode nowait;
    if pseudonym.is_bare(person) then
      delete from pseudonym.earlier_number e where e.p = person;
      delete from pseudonym.person q where q.p = person;
    end if;
  end if;
exception when lock_not_available then
  null; -- it stays, without content
end $$;

-- Takes a change of the own school back: who was one person by it alone is two again, and every row is with the number
-- under which it came. The verdict is UNDONE, AGAIN (it was undone before), SETTLED (a linkage run used it), RUNNING (a
-- run is using it) or UNKNOWN.
create function pseudonym.undo_number_change(change_id uuid, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  own text := delivery.own_brin();
  change pseudonym.number_change;
  numbers bytea[];
  kept pseudonym.number_change;
begin
  begin
    select c.* into change from pseudonym.number_change c where c.id = change_id and c.brin = own for update nowait;
  exception when lock_not_available then
    return 'RUNNING';
  end;
  if change.id is null then
    return 'UNKNOWN';
  elsif change.undone_at is not null then
    return 'AGAIN';
  elsif change.settled_at is not null then
    return 'SETTLED';
  end if;
  numbers := pseudonym.numbers_of(change.old_p);
  update pseudonym.number_change c set undone_at = at where c.id = change_id;
  delete from pseudonym.superseded s where s.by_number and s.old_p = any (numbers);
  update pseudonym.superseded s set new_p = s.home where s.home = any (numbers);
  for kept in
    select c.* from pseudonym.number_change c where c.undone_at is null and c.old_p = any (numbers) order by c.seq
  loop
    perform pseudonym.join_persons(kept.old_p, kept.new_p, kept.keeps_new);
  end loop;
  perform pseudonym.remove_bare(change.new_p);
  return 'UNDONE';
end $$;

-- After the run that settled changes at the moment given: what may no longer be held of the joined persons is erased, since
-- an objection or a refusal against one of their numbers now counts for all.
create function pseudonym.erase_joined(settled timestamptz, at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  joined bytea[] := array(
    select distinct pseudonym.current(c.old_p) from pseudonym.number_change c
     where c.settled_at = settled and c.undone_at is null);
  erased bigint := 0;
begin
  if cardinality(joined) > 0 then
    select coalesce(sum(delivery.erase_person(j.p, j.objects)), 0) into erased
      from (
        select u.p, u.p in (select o.p from consent.standing_objections(at, null) o) as objects,
               u.p in (select s.p from consent.standing_consents(at, 'sociaal-emotioneel', null) s where s.effective)
                 as consents
          from unnest(joined) as u (p)
      ) j
     where j.objects or not j.consents;
  end if;
  return erased;
end $$;

revoke all on function pseudonym.find_home(), pseudonym.numbers_of(bytea), pseudonym.hold_persons(bytea[]),
  pseudonym.join_persons(bytea, bytea, boolean), pseudonym.delivered_by(text, bytea),
  pseudonym.share_local_key(text, bytea[], bytea),
  pseudonym.change_number(uuid, bytea, bytea, date, timestamptz, uuid), pseudonym.persons_of_change(uuid),
  pseudonym.is_bare(bytea), pseudonym.remove_bare(bytea), pseudonym.undo_number_change(uuid, timestamptz),
  pseudonym.erase_joined(timestamptz, timestamptz)
  from public;
grant execute on function pseudonym.hold_persons(bytea[]),
  pseudonym.change_number(uuid, bytea, bytea, date, timestamptz, uuid), pseudonym.persons_of_change(uuid),
  pseudonym.undo_number_change(uuid, timestamptz) to schakel_school;
grant execute on function pseudonym.erase_joined(timestamptz, timestamptz) to schakel_link;
