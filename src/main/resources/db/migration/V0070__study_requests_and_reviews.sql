-- Requests of researchers and the two reviews of each round.
create table study.numbering (
  year integer primary key check (year between 2020 and 2999),
  last integer not null check (last between 1 and 999999)
);
comment on table study.numbering is 'RLS: none, no school role may read it; zone cold. Last number given to a study in a year.';

create table study.study (
  id uuid primary key,
  code text not null unique check (code ~ '^NPO-[0-9]{4}-[0-9]{3,6}$'),
  applicant uuid not null,
  state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  round integer not null check (round >= 0),
  title text not null,
  purpose text not null,
  institution text not null,
  school_years integer[] not null,
  grades integer[] not null,
  period_from date,
  period_until date,
  end_date date,
  recipient text,
  created_at timestamptz not null,
  state_since timestamptz not null,
  unique (id, applicant),
  check ((period_from is null) = (period_until is null)),
  check (period_until >= period_from),
  check ((state = 'DRAFT') <= (round = 0)),
  check (state not in ('SUBMITTED', 'APPROVED', 'ENDED')
    or (period_from is not null and end_date is not null and recipient is not null
        and cardinality(school_years) > 0 and btrim(title) <> '' and btrim(purpose) <> '' and round > 0))
);
comment on table study.study is 'RLS: none, no school role may read it; zone cold. Requests of researchers.';
create index study_of_applicant on study.study (applicant);

create table study.team_member (
  study_id uuid not null references study.study,
  staff uuid not null,
  primary key (study_id, staff)
);
comment on table study.team_member is 'RLS: none, no school role may read it; zone cold. Who works with the data besides the applicant.';
create index team_member_of_staff on study.team_member (staff);

create table study.variable (
  study_id uuid not null references study.study,
  position integer not null check (position >= 0),
  name text not null check (name ~ '^[a-z][a-z0-9_]{1,39}$'),
  reason text not null,
  primary key (study_id, position),
  unique (study_id, name)
);
comment on table study.variable is 'RLS: none, no school role may read it; zone cold. Requested variables, each with a reason.';

-- One review of each side in a round, by two persons, neither of them the applicant (foreign key and check) or a team
-- member (trigger).
create table study.review (
  study_id uuid not null,
  round integer not null check (round > 0),
  side text not null check (side in ('STEWARD', 'PRIVACY_OFFICER')),
  reviewer uuid not null,
  applicant uuid not null,
  verdict text not null check (verdict in ('APPROVE', 'RETURN', 'REFUSE')),
  reason text not null check (verdict = 'APPROVE' or btrim(reason) <> ''),
  reviewed_at timestamptz not null,
  primary key (study_id, round, side),
  unique (study_id, round, reviewer),
  foreign key (study_id, applicant) references study.study (id, applicant),
  check (reviewer <> applicant)
);
comment on table study.review is 'RLS: none, no school role may read it; zone cold. Append-only.';

create function study.refuse_review_by_team() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from study.team_member m where m.study_id = new.study_id and m.staff = new.reviewer) then
    raise exception 'a team member does not review' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger review_not_by_team before insert on study.review
  for each row execute function study.refuse_review_by_team();

create function study.require_two_approvals() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.state = 'APPROVED' and (tg_op = 'INSERT' or old.state <> 'APPROVED') and 2 > (
      select count(*) from study.review r
      where r.study_id = new.id and r.round = new.round and r.verdict = 'APPROVE') then
    raise exception 'a study is approved by two reviews' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approved_by_two before insert or update on study.study
  for each row execute function study.require_two_approvals();

grant select, insert, update on study.numbering to schakel_cold;
grant select, insert on study.study to schakel_cold;
grant update (state, round, title, purpose, institution, school_years, grades, period_from, period_until, end_date,
  recipient, state_since) on study.study to schakel_cold;
grant select, insert, delete on study.team_member, study.variable to schakel_cold;
grant select, insert on study.review to schakel_cold;
