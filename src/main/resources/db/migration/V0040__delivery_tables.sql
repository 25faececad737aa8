-- Deliveries of schools: the administrative rows under row-level security, the bulk rows without it.

-- Administrative rows -------------------------------------------------------------------------------------------------

create table delivery.delivery (
    id                 uuid primary key,
    brin               text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
    site               text not null check (site ~ '^[0-9]{2}$'),
    school_year        smallint not null,
    part               text not null check (part in ('PUPILS', 'RESULTS', 'SOCIAL_EMOTIONAL')),
    format             text not null,
    source_system      text not null,
    state              text not null check (state in ('RECEIVED', 'APPROVED', 'LINKED', 'WITHDRAWN', 'REJECTED')),
    idempotency_key    text not null,
    file_digest        bytea not null check (octet_length(file_digest) = 32),
    receipt            text not null,
    received_at        timestamptz not null,
    received_by        uuid not null,
    approved_at        timestamptz,
    linked_at          timestamptz,
    withdrawn_at       timestamptz,
    pupils             integer not null,
    rows_in            bigint not null,
    rows_accepted      bigint not null,
    rows_refused       bigint not null,
    rows_known         bigint not null,
    withheld_objection bigint not null,
    withheld_consent   bigint not null,
    mode               text not null default 'DIRECT' check (mode in ('DIRECT', 'BLIND')),
    constraint sum_closes check (rows_in
        = rows_accepted + rows_refused + rows_known + withheld_objection + withheld_consent),
    constraint once_per_key unique (brin, idempotency_key)
);
comment on table delivery.delivery is
    'RLS: own brin for schakel_school, all for schakel_link; zone SCHOOL. One received file with its counts and state.';

create table delivery.finding (
    brin        text not null,
    delivery_id uuid not null references delivery.delivery (id),
    rule        text not null,
    rows        bigint not null check (rows > 0),
    primary key (brin, delivery_id, rule)
);
comment on table delivery.finding is
    'RLS: own brin; zone SCHOOL. Rows by broken rule: complete counts, also where delivery.fault is capped.';

create table delivery.fault (
    brin        text not null,
    delivery_id uuid not null references delivery.delivery (id),
    seq         smallint not null,
    rule        text not null,
    row_no      bigint not null,
    line        bigint not null,
    path        text not null,
    primary key (brin, delivery_id, seq)
);
comment on table delivery.fault is
    'RLS: own brin; zone SCHOOL. The first faults of a delivery: place and rule, never the value.';

-- Bulk rows: written by COPY only, so without row-level security and without a foreign key to check for each row ---------

create table delivery.subject (
    delivery_id uuid not null,
    pupil_no    integer not null,
    p           bytea not null,
    primary key (delivery_id, pupil_no)
);
create index subject_of_person on delivery.subject (p);
comment on table delivery.subject is
    'RLS: none, schakel_school may only insert; zone LINK. Which person a pupil of a delivery is.';

create table delivery.pupil_token (
    delivery_id uuid not null,
    pupil_no    integer not null,
    local       bytea,
    sex_token   bytea,
    birth_token bytea,
    earlier_local boolean not null default false,
    earlier_tokens boolean not null default false,
    primary key (delivery_id, pupil_no)
);
create index pupil_token_earlier on delivery.pupil_token (local) where earlier_local;
comment on column delivery.pupil_token.local is
    'Null where the key was not seen again in a change of keys that was closed.';
comment on column delivery.pupil_token.earlier_local is
    'Whether local is of the earlier series of keys, while a change is open.';
comment on column delivery.pupil_token.earlier_tokens is
    'Whether the tokens of sex and birth date are of the earlier series.';
comment on table delivery.pupil_token is
    'RLS: none, schakel_school may only insert; zone LINK. Keyed values for linkage; never read by the cold role.';

create table delivery.pupil (
    delivery_id uuid not null,
    pupil_no    integer not null,
    sex         smallint not null,
    birth_year  smallint,
    grade       text,
    primary key (delivery_id, pupil_no)
);
comment on table delivery.pupil is
    'RLS: none, schakel_school may only insert; zone COLD through pupil_view. Content of a pupils part.';

create table delivery.test (
    delivery_id uuid not null,
    test_no     integer not null,
    code        text not null,
    component   text,
    version     text,
    name        text,
    domain      text not null,
    grade       text,
    moment      text not null,
    primary key (delivery_id, test_no)
);
comment on table delivery.test is
    'RLS: none, schakel_school may only insert; zone COLD through result_view. Tests that a results part names.';

create table delivery.result (
    delivery_id uuid not null,
    row_no      integer not null,
    pupil_no    integer not null,
    test_no     integer not null,
    test_date   date not null,
    raw_score   integer,
    ability     double precision,
    level       text,
    primary key (delivery_id, pupil_no, row_no)
);
comment on table delivery.result is
    'RLS: none, schakel_school may only insert; zone COLD through result_view. Content of a results part.';

create table delivery.social_result (
    delivery_id uuid not null,
    row_no      integer not null,
    pupil_no    integer not null,
    instrument  text not null,
    scale       text not null,
    test_date   date not null,
    score       double precision not null,
    primary key (delivery_id, pupil_no, row_no)
);
comment on table delivery.social_result is
    'RLS: none, schakel_school may only insert; zone COLD through social_view. Only rows with effective consent.';

-- Row-level security ---------------------------------------------------------------------------------------------------

do $$
declare
    name text;
begin
    foreach name in array array['delivery', 'finding', 'fault'] loop
        execute format('alter table delivery.%I enable row level security', name);
        execute format('alter table delivery.%I force row level security', name);
        execute format('create policy own_school on delivery.%I to schakel_school '
            || 'using (brin = current_setting(''schakel.brin'', true)) '
            || 'with check (brin = current_setting(''schakel.brin'', true))', name);
        execute format('create policy functions_and_views on delivery.%I to schakel_owner using (true)', name);
    end loop;
end
$$;
create policy every_school on delivery.delivery for select to schakel_link using (true);

grant select, insert on delivery.delivery to schakel_school;
grant update (state, approved_at, withdrawn_at) on delivery.delivery to schakel_school;
grant select, insert on delivery.finding, delivery.fault to schakel_school;
grant insert on delivery.subject, delivery.pupil_token, delivery.pupil, delivery.test, delivery.result,
    delivery.social_result to schakel_school;
grant select on delivery.delivery, delivery.subject, delivery.pupil_token to schakel_link;
