-- How far lines of the processing log were handed over to a collector outside: docs/explanation/audit-log.md.

create table audit.export_position (
    one boolean primary key check (one),
    seq  bigint not null check (seq >= 0),
    n    integer not null check (n >= -1),
    t    timestamptz not null
);
comment on table audit.export_position is
    'RLS: none, only schakel_log; zone log. The operation and line up to which a collector acknowledged the processing log.';
create index operation_by_number on audit.entry (seq) where kind = 'ldv';

create function audit.refuse_return() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    if (new.seq, new.n) <= (old.seq, old.n) then
        raise exception 'a position only moves on' using errcode = '42501';
    end if;
    return new;
end
$$;
create trigger only_onwards before update on audit.export_position
    for each row execute function audit.refuse_return();

grant select, insert, update (seq, n, t) on audit.export_position to schakel_log;
