-- The log in its final order, its Merkle tree and the checkpoints over it. What they prove: docs/explanation/audit-log.md.

create table audit.entry (
    seq   bigint primary key check (seq >= 0),
    id    uuid not null unique,
    t     timestamptz not null,
    kind  text not null,
    entry text not null,
    act   text generated always as (entry::jsonb ->> 'act') stored,
    obj   text generated always as (entry::jsonb ->> 'obj') stored
);
comment on table audit.entry is
    'RLS: none, only schakel_auditor and schakel_log read; zone log. Entries of the log in their order: entry seq is leaf seq '
    'of the Merkle tree (RFC 6962). Filled by audit.sequence only, never changed.';
-- Acts are few beside the operations of the processing log, and are what an officer pages through.
create index entry_acts on audit.entry (id) where kind <> 'ldv';
create index entry_by_act on audit.entry (act, id) where kind <> 'ldv';
create index entry_by_object on audit.entry (obj, seq) where kind <> 'ldv';
create index entry_urgent on audit.entry (seq) where kind in ('rel', 'key');

create table audit.tile (
    level  smallint not null check (level between 0 and 7),
    index  bigint not null check (index >= 0),
    hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, index)
);
comment on table audit.tile is
    'RLS: none, only schakel_auditor and schakel_log read; zone log. Tree of the log: up to 256 hashes of one level, as in C2SP '
    'tlog-tiles. Hashes are added to the last tile of a level, none is changed.';
alter table audit.tile alter column hashes set storage external;

create table audit.checkpoint (
    size bigint primary key check (size > 0),
    root bytea not null check (octet_length(root) = 32),
    t    timestamptz not null,
    note text
);
comment on table audit.checkpoint is
    'RLS: none, only schakel_auditor and schakel_log read; zone log. Root of the tree at a size: stored before it is signed, so '
    'that no size ever has two; note is the signed note (C2SP tlog-checkpoint), added once.';

create view audit.written as
    select id, t, kind, entry, act, obj from audit.entry
    union all
    select id, t, kind, entry, entry::jsonb ->> 'act', entry::jsonb ->> 'obj' from audit.pending;
comment on view audit.written is 'Every entry there is, with and without a number.';

-- Rows pass through: the dead ones at the old end of its key would be walked over by every batch.
alter table audit.pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- An entry leaves audit.pending only when the same text stands in audit.entry, whoever deletes it.
create function audit.refuse_loss() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    if exists (select from gone g left join audit.entry e on e.id = g.id where e.entry is distinct from g.entry) then
        raise exception 'an entry without a number takes no leave' using errcode = '42501';
    end if;
    return null;
end
$$;
create trigger numbered_before_leaving after delete on audit.pending
    referencing old table as gone for each statement execute function audit.refuse_loss();
alter table audit.pending enable always trigger numbered_before_leaving;

create trigger additions_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
alter table audit.entry enable always trigger additions_only;

create function audit.refuse_other_hashes() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    if (new.level, new.index) is distinct from (old.level, old.index)
        or octet_length(new.hashes) <= octet_length(old.hashes)
        or substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes then
        raise exception 'a tile takes additions only' using errcode = '42501';
    end if;
    return new;
end
$$;
create trigger hashes_added_only before update on audit.tile
    for each row execute function audit.refuse_other_hashes();
create trigger additions_only before delete or truncate on audit.tile
    for each statement execute function audit.refuse_change();
alter table audit.tile enable always trigger hashes_added_only;
alter table audit.tile enable always trigger additions_only;

create function audit.refuse_other_root() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'INSERT' then
        if exists (select from audit.checkpoint c where c.size >= new.size or c.t > new.t) then
            raise exception 'a checkpoint is larger and later than all before it' using errcode = '23514';
        end if;
    elsif old.note is not null or new.note is null
        or (new.size, new.root, new.t) is distinct from (old.size, old.root, old.t) then
        raise exception 'a checkpoint is signed once' using errcode = '42501';
    end if;
    return new;
end
$$;
create trigger one_root_for_a_size before insert or update on audit.checkpoint
    for each row execute function audit.refuse_other_root();
create trigger additions_only before delete or truncate on audit.checkpoint
    for each statement execute function audit.refuse_change();
alter table audit.checkpoint enable always trigger one_root_for_a_size;
alter table audit.checkpoint enable always trigger additions_only;

-- Numbers the oldest entries without a number, from first on, and answers with their leaves. No role may write audit.entry.
create function audit.sequence(first bigint, most integer) returns table (seq bigint, leaf bytea)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    batch uuid[] := array(select p.id from audit.pending p order by p.id limit most);
begin
    return query
        insert into audit.entry (seq, id, t, kind, entry)
        select first + b.n - 1, p.id, p.t, p.kind, p.entry
        from unnest(batch) with ordinality b(id, n) join audit.pending p on p.id = b.id
        order by b.n
        returning entry.seq, sha256('\x00'::bytea || convert_to(entry.entry, 'UTF8'));
    delete from audit.pending p using unnest(batch) b(id) where p.id = b.id;
end
$$;
revoke all on function audit.sequence(bigint, integer) from public;
grant execute on function audit.sequence(bigint, integer) to schakel_log;

-- Since when the oldest entry waits that stands in no signed checkpoint; null where none does.
create function audit.behind_since() returns timestamptz
    language sql stable security definer set search_path = pg_catalog as $$
    select least(
        (select p.t from audit.pending p order by p.id limit 1),
        (select e.t from audit.entry e
            where e.seq = (select coalesce(max(c.size), 0) from audit.checkpoint c where c.note is not null)))
$$;
revoke all on function audit.behind_since() from public;
grant execute on function audit.behind_since() to schakel_cold, schakel_auditor;

-- The size of the tree that holds every entry of these acts about the object; null while one waits, or where there is none.
create function audit.size_with(path text, acts text[]) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select max(e.seq) + 1 from audit.entry e
    where e.obj = path and e.act = any (acts) and e.kind <> 'ldv'
        and not exists (select from audit.pending p where p.kind <> 'ldv'
            and p.entry::jsonb ->> 'obj' = path and p.entry::jsonb ->> 'act' = any (acts))
$$;
revoke all on function audit.size_with(text, text[]) from public;
grant execute on function audit.size_with(text, text[]) to schakel_cold;

-- The size of the newest signed checkpoint; 0 before the first.
create function audit.signed_size() returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(max(c.size), 0) from audit.checkpoint c where c.note is not null
$$;
revoke all on function audit.signed_size() from public;
grant execute on function audit.signed_size() to schakel_cold;

grant select on audit.entry, audit.tile, audit.checkpoint to schakel_log, schakel_auditor;
grant select on audit.written to schakel_auditor;
grant insert, update (hashes) on audit.tile to schakel_log;
grant insert, update (note) on audit.checkpoint to schakel_log;
