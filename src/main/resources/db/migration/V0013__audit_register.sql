-- The register of processing activities (article 30 GDPR), which the service writes when it starts: docs/explanation/register.md.

create table audit.processing_activity (
    id         text primary key,
    name       text not null check (name ~ '^[a-z]+(-[a-z]+)*$'),
    version    integer not null check (version > 0),
    valid_from timestamptz not null,
    title      text not null check (title <> ''),
    purpose    text not null check (purpose <> ''),
    basis      text not null check (basis <> ''),
    subjects   text not null check (subjects <> ''),
    data       text not null check (data <> ''),
    recipients text not null check (recipients <> ''),
    retention  text not null check (retention <> ''),
    unique (name, version),
    check (id = 'urn:schakel:verwerking:' || name || ':' || version)
);
comment on table audit.processing_activity is
    'RLS: none, public text, only the auditor''s and the log''s role read; zone log. Register of processing activities (article 30 '
    'GDPR): a change is a new row with a higher version, an identifier is never used again. Insert only.';

create table audit.register_head (
    version    integer primary key check (version > 0),
    valid_from timestamptz not null,
    controller text not null check (controller <> ''),
    processor  text not null check (processor <> ''),
    officer    text not null check (officer <> ''),
    transfers  text not null check (transfers <> ''),
    measures   text not null check (measures <> '')
);
comment on table audit.register_head is
    'RLS: none, public text, only the auditor''s and the log''s role read; zone log. What the register says once for all '
    'activities. Insert only.';

create trigger additions_only before update or delete or truncate on audit.processing_activity
    for each statement execute function audit.refuse_change();
create trigger additions_only before update or delete or truncate on audit.register_head
    for each statement execute function audit.refuse_change();
alter table audit.processing_activity enable always trigger additions_only;
alter table audit.register_head enable always trigger additions_only;

grant select on audit.processing_activity, audit.register_head to schakel_auditor;
grant select, insert on audit.processing_activity, audit.register_head to schakel_log;

-- Lines of an operation have its moment and were written together: the range of blocks around it finds them, at next to no cost.
create index processing_line_moment on audit.processing_line using brin (t) with (pages_per_range = 32, autosummarize = on);

-- Operations by what the read extension of Logboek Dataverwerkingen asks for; there is one entry of this kind an act.
create index operation_by_trace on audit.entry ((entry::jsonb ->> 'trace'), id) where kind = 'ldv';
create index operation_by_activity on audit.entry ((entry::jsonb ->> 'purpose'), id) where kind = 'ldv';

create view audit.operation as select id, t, entry from audit.written where kind = 'ldv';
comment on view audit.operation is 'Operations of the processing log, whose lines stand in audit.processing_line.';
grant select on audit.operation to schakel_auditor;
