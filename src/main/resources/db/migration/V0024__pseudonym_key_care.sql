-- The life of keys: what the service remembers of each, which holder is suspended, and the steps that two custodians take.

create table pseudonym.key_state (
  key_id text primary key
    check (key_id ~ '^((link|research|subject|staff)/[1-9][0-9]{0,5}|(oprf|token)(/[1-9][0-9]{0,5})?|checkpoint(-ml-dsa-44)?|manifest)$'),
  check_value text not null check (check_value ~ '^([0-9a-f]{16}|[0-9a-f]{64}|[0-9a-f]{66})$'),
  state text not null
    check (state in ('PRE_ACTIVE', 'ACTIVE', 'SUSPENDED', 'DEACTIVATED', 'COMPROMISED', 'DESTROYED')),
  since timestamptz not null
);
comment on table pseudonym.key_state is 'RLS: none, schools have no right to it; zone LINK. '
  'States of keys by NIST SP 800-57 and check values, not keys.';

create table pseudonym.holder_state (
  holder text primary key check (holder in ('a', 'b')),
  suspended boolean not null,
  since timestamptz not null
);
comment on table pseudonym.holder_state is 'RLS: none, schools have no right to it; zone LINK. '
  'Whether custodians suspended their holder; without a row they did not.';

create table pseudonym.key_step (
  id uuid primary key,
  holder text not null check (holder in ('a', 'b', 'log')),
  act text not null check (act ~ '^[A-Z]+$'),
  keys text[] not null,
  check_values text[] not null,
  rehearsal boolean not null,
  proposer uuid not null,
  proposed_at timestamptz not null,
  settler uuid,
  settled_at timestamptz,
  confirmed boolean,
  becomes text[] not null default '{}',
  unseen_persons bigint check (unseen_persons >= 0),
  unseen_decided bigint check (unseen_decided >= 0),
  check ((unseen_persons is null) = (unseen_decided is null)),
  check (cardinality(keys) = cardinality(check_values)),
  check ((settler is null) = (settled_at is null) and (settler is null) = (confirmed is null)),
  constraint two_custodians check (not confirmed or settler <> proposer)
);
create index key_step_newest on pseudonym.key_step (holder, proposed_at desc);
comment on table pseudonym.key_step is 'RLS: none, schools have no right to it; zone LINK. '
  'Steps of key care: proposed by one custodian, settled by another; names and check values of keys, not keys; what a change opens, and how many persons its closing may lose.';

-- The keys that are known: of steps, and those in use without one. A later linkage key waits for its rotation.
create view pseudonym.known_key as
  select s.key_id, s.check_value, s.state, s.since from pseudonym.key_state s
  union all
  select c.key_id, c.check_value,
         case when c.key_id ~ '^(link|research|oprf|token)/' and c.key_id !~ '/1$' then 'PRE_ACTIVE' else 'ACTIVE' end, c.first_used
    from pseudonym.key_check c
   where c.key_id ~ '^((link|research|subject|staff)/[1-9][0-9]{0,5}|(oprf|token)(/[1-9][0-9]{0,5})?|checkpoint(-ml-dsa-44)?|manifest)$'
     and not exists (select 1 from pseudonym.key_state s where s.key_id = c.key_id);

grant select on pseudonym.known_key to schakel_link;
grant select, insert, update on pseudonym.key_state, pseudonym.holder_state to schakel_link;
grant select, insert on pseudonym.key_step to schakel_link;
grant update (settler, settled_at, confirmed) on pseudonym.key_step to schakel_link;
