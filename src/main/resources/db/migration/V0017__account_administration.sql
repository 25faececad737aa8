-- Administration by operators: accounts of machines, named tokens, and codes by which people set their own password.

alter table account.account add column machine boolean not null default false;

alter table account.api_token add column label text not null default '' check (length(label) <= 100);

create table account.setup_code (
    digest     bytea primary key check (octet_length(digest) = 32),
    account_id uuid references account.account (id),
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    used_at    timestamptz
);
comment on table account.setup_code is 'RLS: none; zone ACCOUNT. SHA-256 of one-time codes; without account: the code for the first operator.';
create index setup_code_account on account.setup_code (account_id);

grant select, insert, update on account.setup_code to schakel_account;
