-- Releases of extracts, their two approvals, and the encrypted packages in chunks. Nothing here is clear text.
create table release.release (
  id uuid primary key,
  extract_id uuid not null unique,
  study_id uuid not null,
  study_code text not null,
  applicant uuid not null,
  state text not null check (state in ('BUILT', 'RELEASED', 'DOWNLOADED', 'RECALLED', 'ENDED')),
  built_at timestamptz not null,
  state_since timestamptz not null,
  end_date date not null,
  recipient text not null check (recipient like 'age1%'),
  size bigint not null check (size > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  note text not null,
  variables text not null,
  pupils integer not null check (pupils >= 0),
  columns integer not null check (columns > 0),
  closing_reason text not null default '',
  unique (id, applicant),
  foreign key (study_id, applicant) references study.study (id, applicant)
);
comment on table release.release is 'RLS: none, no school role may read it; zone cold. Packages on their way out.';
create index release_of_study on release.release (study_id);

-- One approval of each side, by two persons, neither of them the applicant (foreign key and check) or a team member
-- (trigger).
create table release.approval (
  release_id uuid not null,
  side text not null check (side in ('STEWARD', 'PRIVACY_OFFICER')),
  staff uuid not null,
  applicant uuid not null,
  approved_at timestamptz not null,
  primary key (release_id, side),
  unique (release_id, staff),
  foreign key (release_id, applicant) references release.release (id, applicant),
  check (staff <> applicant)
);
comment on table release.approval is 'RLS: none, no school role may read it; zone cold. Append-only.';

create function release.refuse_approval_by_team() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (
      select 1 from release.release r join study.team_member m on m.study_id = r.study_id
      where r.id = new.release_id and m.staff = new.staff) then
    raise exception 'a team member does not release' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_not_by_team before insert on release.approval
  for each row execute function release.refuse_approval_by_team();

create function release.require_two_approvals() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.state in ('RELEASED', 'DOWNLOADED')
      and 2 > (select count(*) from release.approval a where a.release_id = new.id) then
    raise exception 'a release needs two persons' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger released_by_two before insert or update on release.release
  for each row execute function release.require_two_approvals();

create table release.chunk (
  release_id uuid not null,
  seq integer not null check (seq >= 0),
  bytes bytea not null,
  primary key (release_id, seq)
);
comment on table release.chunk is 'RLS: none, no school role may read it; zone cold. Ciphertext to the researcher''s key only.';
alter table release.chunk alter column bytes set storage external;

create table release.download (
  id uuid primary key,
  release_id uuid not null references release.release,
  staff uuid not null,
  downloaded_at timestamptz not null
);
comment on table release.download is 'RLS: none, no school role may read it; zone cold. Append-only.';
create index download_of_release on release.download (release_id);

grant select, insert on release.release to schakel_cold;
grant update (state, state_since, closing_reason) on release.release to schakel_cold;
grant select, insert on release.approval, release.download to schakel_cold;
grant select, insert, delete on release.chunk to schakel_cold;

-- For the auditor, who hands the log over: the signed lists of variables, and nothing else of a release.
create function release.variables_of(paths text[]) returns table (path text, release uuid, variables text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.path, r.id, r.variables
  from unnest(paths) p(path)
  join release.release r on 'study/' || r.study_code || '/release/' || r.id = p.path
$$;
revoke all on function release.variables_of(text[]) from public;
grant usage on schema release to schakel_auditor;
grant execute on function release.variables_of(text[]) to schakel_auditor;
