-- What witnesses outside the service signed, and how it went with them. What it proves: docs/explanation/audit-log.md.

create table audit.cosignature (
    size    bigint not null check (size > 0),
    witness text not null check (char_length(witness) between 10 and 300),
    t       timestamptz not null,
    line    text not null check (char_length(line) between 100 and 5000),
    primary key (size, witness)
);
comment on table audit.cosignature is
    'RLS: none, only schakel_auditor and schakel_log read; zone log. Signature line of a witness (C2SP tlog-cosignature) under '
    'the checkpoint of this size; witness is the name and number of its key, t when it says to have signed.';
create trigger additions_only before update or delete or truncate on audit.cosignature
    for each statement execute function audit.refuse_change();
alter table audit.cosignature enable always trigger additions_only;

create table audit.witness_contact (
    witness text primary key check (char_length(witness) between 10 and 300),
    size    bigint not null check (size >= 0),
    outcome text not null check (outcome in ('SIGNED', 'AWAY', 'REFUSED', 'ROLLED_BACK', 'CONTRADICTED')),
    since   timestamptz not null,
    t       timestamptz not null
);
comment on table audit.witness_contact is
    'RLS: none, only schakel_auditor and schakel_log read; zone log. How it went with each witness the last time, and since '
    'when; size is the largest that it signed.';

grant select on audit.cosignature, audit.witness_contact to schakel_log, schakel_auditor;
grant insert on audit.cosignature to schakel_log;
grant insert, update on audit.witness_contact to schakel_log;
