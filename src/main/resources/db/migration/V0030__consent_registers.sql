-- Two registers: objections (opt-out) and consent decisions (opt-in). Both only grow; the state as of any moment is
-- computed. Rules: docs/decisions/0061-who-decides-and-until-when.md, and nl.schakel.consent.ConsentState in plain Java.

create table consent.objection (
    id          uuid primary key,
    brin        text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
    p           bytea not null check (octet_length(p) = 32),
    from_at     timestamptz not null,
    recorded_at timestamptz not null
);
create index objection_of_person on consent.objection (p);
create index objection_of_school on consent.objection (brin, recorded_at);
comment on table consent.objection is
    'RLS: own brin for schakel_school; zone SCHOOL, others by functions. Against which pupils'' delivery somebody objected, '
    'from when; no reason. Insert only.';

create table consent.objection_withdrawal (
    objection_id uuid primary key references consent.objection (id),
    brin         text not null,
    recorded_at  timestamptz not null
);
comment on table consent.objection_withdrawal is
    'RLS: own brin for schakel_school; zone SCHOOL, others by functions. Objections that no longer stand. Insert only.';

create table consent.decision (
    id           uuid primary key,
    brin         text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
    p            bytea not null check (octet_length(p) = 32),
    choice       text not null check (choice in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
    giver        text not null check (giver in ('PARENT_1', 'PARENT_2', 'PUPIL')),
    purpose      text not null,
    instrument   text not null check (instrument ~ '^([A-Z0-9][A-Z0-9!-]{0,31}|[*])$'),
    text_version text not null check (text_version ~ '^[A-Za-z0-9._-]{1,32}$'),
    evidence     text not null check (evidence in ('FORM', 'PORTAL', 'LETTER', 'SPOKEN')),
    given_at     timestamptz not null,
    recorded_at  timestamptz not null,
    ends_at      timestamptz,
    check (choice <> 'GRANTED' or giver = 'PUPIL' or ends_at is not null)
);
create index decision_of_person on consent.decision (p, purpose);
create index decision_of_school on consent.decision (brin, recorded_at);
comment on table consent.decision is
    'RLS: own brin for schakel_school; zone SCHOOL, others by functions. Who decided what about a pupil, for which purpose '
    'and instrument, and when it lapses (by the year of birth at most, never by a birthday). Insert only.';

do $$
declare
    name text;
begin
    foreach name in array array['objection', 'objection_withdrawal', 'decision'] loop
        execute format('create trigger additions_only before update or delete or truncate on consent.%I '
            || 'for each statement execute function audit.refuse_change()', name);
        execute format('alter table consent.%I enable always trigger additions_only', name);
        execute format('alter table consent.%I enable row level security', name);
        execute format('alter table consent.%I force row level security', name);
        execute format('create policy own_school on consent.%I to schakel_school '
            || 'using (brin = current_setting(''schakel.brin'', true)) '
            || 'with check (brin = current_setting(''schakel.brin'', true))', name);
        execute format('create policy functions on consent.%I to schakel_owner using (true)', name);
        execute format('grant select, insert on consent.%I to schakel_school', name);
    end loop;
end
$$;

-- The lock of the exits: held shared by every release and download from before it asks until it commits, exclusively by
-- whoever records an objection or a decision. Take it first, then ask the clock.
create function consent.lock_exits_shared() returns void
    language sql volatile set search_path = pg_catalog as
    'select pg_advisory_xact_lock_shared(hashtextextended(''consent.exits'', 0))';
create function consent.lock_exits_exclusive() returns void
    language sql volatile set search_path = pg_catalog as
    'select pg_advisory_xact_lock(hashtextextended(''consent.exits'', 0))';

-- Objections that stand at t, of one school or (null) of all; the person is the current one.
create function consent.standing_objections(t timestamptz, of_school text) returns table (id uuid, p bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    select o.id, coalesce(s.new_p, o.p)
    from consent.objection o
    left join consent.objection_withdrawal w on w.objection_id = o.id and w.recorded_at <= t
    left join pseudonym.superseded s on s.old_p = o.p
    where o.from_at <= t and o.recorded_at <= t and w.objection_id is null
      and (of_school is null or o.brin = of_school)
$$;

-- Persons of whom no number was seen again before a change of keys was closed. Nobody can object by a number of theirs, and an
-- objection that stands does not catch what comes under that number, so they count as objecting. Decision 0019.
create function consent.lost_persons() returns setof bytea
    language sql stable security definer set search_path = pg_catalog as $$
    select q.p from pseudonym.person q
    where q.lp is null and q.generation is not null
      and not exists (select from pseudonym.superseded s where s.old_p = q.p)
      and not exists (select from pseudonym.earlier_number e where e.p = q.p)
      and not exists (
        select from pseudonym.superseded s join pseudonym.person o on o.p = s.old_p
        where s.new_p = q.p and (o.lp is not null or exists (select from pseudonym.earlier_number e where e.p = o.p)))
$$;

-- The persons whose content does not leave: of a standing objection, and lost ones.
create function consent.objected_at(t timestamptz) returns setof bytea
    language sql stable security definer set search_path = pg_catalog as
    'select p from consent.standing_objections(t, null) union select p from consent.lost_persons() as l (p)';

-- What was not seen again in the change of keys that is open. Of the persons those who objected or refused are counted as well:
-- their decision does not hold for what comes under their number after closing. Numbers from before a number change stand apart:
-- they are not expected again.
create function consent.not_seen_again(
    t timestamptz, out persons bigint, out decided bigint, out former bigint, out locals bigint, out rins bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    with unseen as (
        select e.p, exists (select from pseudonym.superseded s where s.old_p = e.p) as former
        from pseudonym.earlier_number e
    ), decision as (
        select o.p from consent.standing_objections(t, null) o
        union
        select coalesce(s.new_p, d.p) from consent.decision d
        left join pseudonym.superseded s on s.old_p = d.p
        where d.choice <> 'GRANTED' and d.recorded_at <= t and (d.ends_at is null or d.ends_at > t)
    )
    select count(*) filter (where not u.former),
        count(*) filter (where not u.former and u.p in (select d.p from decision d)),
        count(*) filter (where u.former),
        (select count(*) from pseudonym.earlier_local), (select count(*) from pseudonym.earlier_rin)
    from unseen u
$$;

-- For every person and every instrument that a decision names, and for all instruments ('*'): does consent stand at t?
-- Each giver of each school has one voice, the decision given last; of decisions given at one instant the stricter, of
-- equally strict ones the one that says no longest or yes shortest. A lapsed voice is silent. Consent stands where a
-- voice says yes and none says no.
create function consent.standing_consents(t timestamptz, for_purpose text, of_school text)
    returns table (p bytea, instrument text, effective boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    with made as (
        select coalesce(s.new_p, d.p) as p, d.brin, d.giver, d.instrument, d.choice, d.given_at, d.ends_at
        from consent.decision d
        left join pseudonym.superseded s on s.old_p = d.p
        where d.purpose = for_purpose and d.given_at <= t and d.recorded_at <= t
          and (of_school is null or d.brin = of_school)
    ), asked as (
        select m.p, m.instrument from made m
        union
        select m.p, '*' from made m
    ), voice as (
        select distinct on (a.p, a.instrument, m.brin, m.giver) a.p, a.instrument, m.choice, m.ends_at
        from asked a
        join made m on m.p = a.p and m.instrument in (a.instrument, '*')
        order by a.p, a.instrument, m.brin, m.giver, m.given_at desc, (m.choice = 'GRANTED'),
            case when m.choice <> 'GRANTED' then m.ends_at end desc nulls first,
            case when m.choice = 'GRANTED' then m.ends_at end asc nulls last
    )
    select a.p, a.instrument,
        coalesce(bool_or(v.choice = 'GRANTED') and not bool_or(v.choice <> 'GRANTED'), false)
    from asked a
    left join voice v on v.p = a.p and v.instrument = a.instrument and (v.ends_at is null or v.ends_at > t)
    group by a.p, a.instrument
$$;

-- Persons with consent for one instrument: what was decided about it, or else about all.
create function consent.effective_for(t timestamptz, for_purpose text, for_instrument text, of_school text)
    returns setof bytea
    language sql stable security definer set search_path = pg_catalog as $$
    select c.p
    from (
        select distinct on (s.p) s.p, s.effective
        from consent.standing_consents(t, for_purpose, of_school) s
        where s.instrument in (for_instrument, '*')
        order by s.p, (s.instrument = for_instrument) desc
    ) c
    where c.effective
$$;

create function consent.effective_at(t timestamptz, purpose text, instrument text) returns setof bytea
    language sql stable security definer set search_path = pg_catalog as
    'select consent.effective_for(t, purpose, instrument, null)';

-- Persons with consent for all instruments, without exception for any.
create function consent.effective_at(t timestamptz, purpose text) returns setof bytea
    language sql stable security definer set search_path = pg_catalog as $$
    select s.p from consent.standing_consents(t, purpose, null) s group by s.p having bool_and(s.effective)
$$;

-- What a school may ask: about its own register only, answered in the tokens by which it can name pupils.
create function consent.own_objections(t timestamptz) returns table (linkage boolean, token bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    with own as (
        select distinct o.p
        from consent.standing_objections(t, coalesce(current_setting('schakel.brin', true), '')) o
    ), number as (
        select own.p from own
        union
        select s.old_p from own join pseudonym.superseded s on s.new_p = own.p
    )
    select false, l.token from number join pseudonym.local_pupil l on l.p = number.p
    union all
    select false, l.token from number join pseudonym.earlier_local l on l.p = number.p
    union all
    select true, e.lp from number join pseudonym.earlier_number e on e.p = number.p
    union all
    select true, q.lp from number join pseudonym.person q on q.p = number.p where q.lp is not null
$$;

create function consent.own_consenting(t timestamptz, for_purpose text, for_instrument text) returns setof bytea
    language sql stable security definer set search_path = pg_catalog as $$
    select l.token
    from consent.standing_consents(t, for_purpose, coalesce(current_setting('schakel.brin', true), '')) s
    cross join lateral (
        select s.p union select x.old_p from pseudonym.superseded x where x.new_p = s.p
    ) number (p)
    join lateral (
        select k.token from pseudonym.local_pupil k where k.p = number.p
        union all
        select e.token from pseudonym.earlier_local e where e.p = number.p
    ) l on true
    where for_instrument = '*' or s.instrument in (for_instrument, '*')
    group by l.token, s.p
    having case when for_instrument = '*' then bool_and(s.effective)
        else coalesce(bool_and(s.effective) filter (where s.instrument = for_instrument),
                      bool_and(s.effective)) end
$$;

create function consent.own_standing_objection(person bytea, t timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select o.id
    from consent.standing_objections(t, coalesce(current_setting('schakel.brin', true), '')) o
    where o.p = coalesce((select s.new_p from pseudonym.superseded s where s.old_p = person), person)
$$;

create function consent.own_effective(person bytea, t timestamptz, for_purpose text, for_instrument text)
    returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select coalesce((select true
        from consent.effective_for(t, for_purpose, for_instrument, coalesce(current_setting('schakel.brin', true), ''))
            as e (p)
        where e.p = coalesce((select s.new_p from pseudonym.superseded s where s.old_p = person), person)), false)
$$;

revoke all on all functions in schema consent from public;
grant execute on function consent.lock_exits_shared() to schakel_cold, schakel_link, schakel_school;
grant execute on function consent.lock_exits_exclusive() to schakel_school, schakel_link;
grant execute on function consent.not_seen_again(timestamptz) to schakel_link;
grant execute on function consent.objected_at(timestamptz), consent.effective_at(timestamptz, text),
    consent.effective_at(timestamptz, text, text) to schakel_cold, schakel_link;
grant execute on function consent.own_objections(timestamptz), consent.own_consenting(timestamptz, text, text),
    consent.own_standing_objection(bytea, timestamptz), consent.own_effective(bytea, timestamptz, text, text)
    to schakel_school;
