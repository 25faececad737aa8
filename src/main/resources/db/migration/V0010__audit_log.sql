-- The log before it is sequenced: every role adds, nobody changes. What the entries mean: docs/explanation/audit-log.md.

create table audit.pending (
    id    uuid primary key,
    t     timestamptz not null,
    kind  text not null check (kind in ('ldv', 'act', 'key', 'rel', 'con', 'sys')),
    entry text not null check (octet_length(entry) between 2 and 65535)
);
comment on table audit.pending is
    'RLS: none, only schakel_auditor and schakel_log read; zone every. Entries of the log that have no number yet, as canonical '
    'JSON (RFC 8785), without an identifier of a pupil or a colleague. Insert only; the sequencer moves them to audit.entry.';

-- No key, and no index on the subject: a pupil's lines are looked for a few times a year and written by the hundred thousand.
create table audit.processing_line (
    t         timestamptz not null,
    operation uuid not null,
    n         integer not null,
    subject   bytea not null
) partition by range (t);
comment on table audit.processing_line is
    'RLS: none, only schakel_auditor and schakel_log read; zone every. Processing log: one line for each pupil of an operation, '
    'whose entry in the log counts them and commits to them. One table for each month. Insert only.';
create table audit.processing_line_other partition of audit.processing_line default;
comment on table audit.processing_line_other is
    'RLS: none, as audit.processing_line; zone every. Lines of months without a table of their own. Insert only.';

create table audit.private_detail (
    entry_id uuid primary key,
    salt     text not null check (salt ~ '^[0-9a-f]{64}$'),
    detail   text not null
);
comment on table audit.private_detail is
    'RLS: none, only schakel_auditor reads and only schakel_log erases; zone every. What an entry commits to: counts, '
    'codes, days. No foreign key: an entry moves from audit.pending to audit.entry. Erasing a row leaves a commitment that shows nothing.';

create function audit.refuse_change() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'table %.% takes additions only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

create trigger additions_only before update or truncate on audit.pending
    for each statement execute function audit.refuse_change();
create trigger never_rewritten before update or truncate on audit.private_detail
    for each statement execute function audit.refuse_change();
create trigger additions_only before update or delete or truncate on audit.processing_line
    for each statement execute function audit.refuse_change();
create trigger additions_only before update or delete or truncate on audit.processing_line_other
    for each statement execute function audit.refuse_change();
-- ALWAYS: also where a superuser sets session_replication_role to replica.
alter table audit.pending enable always trigger additions_only;
alter table only audit.processing_line enable always trigger additions_only;
alter table audit.processing_line_other enable always trigger additions_only;
alter table audit.private_detail enable always trigger never_rewritten;


create function audit.prepare_months(day date, months integer) returns void
    language plpgsql set search_path = pg_catalog as $$
declare
    name text;
    begins timestamptz;
    ends timestamptz;
begin
    for i in 0 .. months - 1 loop
        begins := (date_trunc('month', day::timestamp) + make_interval(months => i)) at time zone 'UTC';
        ends := (date_trunc('month', day::timestamp) + make_interval(months => i + 1)) at time zone 'UTC';
        name := 'processing_line_' || to_char(begins at time zone 'UTC', 'YYYY_MM');
        continue when to_regclass('audit.' || name) is not null
            or exists (select 1 from audit.processing_line_other o where o.t >= begins and o.t < ends);
        execute format('create table audit.%I partition of audit.processing_line for values from (%L) to (%L)',
                       name, begins, ends);
        execute format('comment on table audit.%I is %L', name,
                       'RLS: none, as audit.processing_line; zone every. Lines of one month (UTC). Insert only.');
        execute format('create trigger additions_only before update or delete or truncate on audit.%I '
                       'for each statement execute function audit.refuse_change()', name);
        execute format('alter table audit.%I enable always trigger additions_only', name);
    end loop;
end
$$;
revoke all on function audit.prepare_months(date, integer) from public;

grant insert on audit.pending, audit.processing_line, audit.private_detail to
    schakel_school, schakel_link, schakel_cold, schakel_account, schakel_log, schakel_auditor;
grant select on audit.pending, audit.processing_line to schakel_auditor, schakel_log;
grant select on audit.private_detail to schakel_auditor;
grant select (entry_id), delete on audit.private_detail to schakel_log;
