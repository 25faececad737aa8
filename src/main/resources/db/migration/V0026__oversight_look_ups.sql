-- The only way from a number to what is known of a pupil: forward, for a request of the pupil or a parent, by two privacy
-- officers, once. The number is in no column; nothing leads from a person to a number. Decision 0024.
create schema oversight;
grant usage on schema oversight to schakel_link;

create table oversight.look_up (
  id uuid primary key,
  ground text not null check (ground in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'OBJECTION')),
  reason pseudonym.numberless not null check (length(reason) between 10 and 300),
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  used_at timestamptz,
  check (approved_by <> asked_by),
  check ((approved_by is null) = (approved_at is null)),
  check (used_at is null or approved_at is not null)
);
create index look_up_of_officer on oversight.look_up (asked_by, used_at);
comment on table oversight.look_up is 'RLS: none, schools have no right to it; zone LINK. '
  'Requests of privacy officers to look up one pupil, their approval by another officer and their one use; whom they were '
  'about is not kept.';
grant select, insert on oversight.look_up to schakel_link;
grant update (approved_by, approved_at, used_at) on oversight.look_up to schakel_link;

-- What happened to the data of one pupil, by all keys of that pupil. State and content are codes, days and names of studies,
-- never a score.
create function oversight.events(persons bytea[])
returns table (moment timestamptz, kind text, place text, content text[], state text)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
  select d.received_at, 'levering', d.brin || d.site,
         array[d.school_year || '-' || d.school_year + 1, d.part], d.state
    from delivery.delivery d
   where d.id in (select s.delivery_id from delivery.subject s where s.p = any (persons))
  union all
  select d.loaded_at, 'register', 'DUO/CBS', array[d.reference_date::text], 'geladen'
    from register.delivery d
   where exists (select from register.person_token t where t.delivery_id = d.id and t.p = any (persons))
      or d.id in ( -- named by number, or by an earlier bridge file; whoever has advice is enrolled
           select c.delivery_id from register.enrolment c where c.p = any (persons)
           union select c.delivery_id from register.person c where c.p = any (persons)
           union select c.delivery_id from register.education c where c.p = any (persons)
           union select c.delivery_id from register.income c where c.p = any (persons)
           union select c.delivery_id from register.household c where c.p = any (persons))
  union all
  select r.finished_at, 'koppeling', 'Schakel', array[l.method], l.outcome
    from linkage.run r join linkage.link l on l.run_id = r.id
   where l.p = any (persons)
  union all
  select e.built_at, 'extract', st.institution, array[e.study_code, st.title], 'gemaakt'
    from extract.extract e join study.study st on st.id = e.study_id
   where e.id in (select m.extract_id from extract.member m where m.p = any (persons))
  union all
  select r.state_since, 'vrijgave', st.institution, array[r.study_code, st.title], r.state
    from release.release r join study.study st on st.id = r.study_id
   where r.extract_id in (select m.extract_id from extract.member m where m.p = any (persons))
  union all
  select w.downloaded_at, 'ophalen', st.institution, array[r.study_code, st.title], 'opgehaald'
    from release.download w join release.release r on r.id = w.release_id join study.study st on st.id = r.study_id
   where r.extract_id in (select m.extract_id from extract.member m where m.p = any (persons))
  union all
  select o.recorded_at, 'bezwaar', o.brin, array[]::text[], case when w.objection_id is null then 'geldt' else 'ingetrokken' end
    from consent.objection o left join consent.objection_withdrawal w on w.objection_id = o.id
   where o.p = any (persons)
  union all
  select c.recorded_at, 'toestemming', c.brin, array[c.purpose, c.instrument, c.giver], c.choice
    from consent.decision c
   where c.p = any (persons)
  union all
  select n.recorded_at, 'nummerwijziging', n.brin, array[n.from_day::text],
         case when n.undone_at is not null then 'teruggedraaid' when n.settled_at is not null then 'definitief'
           else 'vastgelegd' end
    from pseudonym.number_change n
   where n.old_p = any (persons) or n.new_p = any (persons);
end $$;
revoke all on function oversight.events(bytea[]) from public;
grant execute on function oversight.events(bytea[]) to schakel_link;
