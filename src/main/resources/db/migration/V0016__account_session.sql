-- Sessions of people. The container's own hold fewer than 128 random bits and are lost at a restart.

create table account.session (
    digest     bytea primary key check (octet_length(digest) = 32),
    account_id uuid not null references account.account (id),
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz
);
comment on table account.session is 'RLS: none; zone ACCOUNT. SHA-256 of random secrets; ended rows are removed after a day.';
create index session_account on account.session (account_id);

grant select, insert, update, delete on account.session to schakel_account;
