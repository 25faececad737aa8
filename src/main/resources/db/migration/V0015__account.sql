-- Accounts, tokens of machines, and tries to sign in. Only the role of this zone sees them.

create table account.account (
    id            uuid primary key,
    username      text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{2,63}$'),
    display_name  text not null check (length(display_name) <= 200),
    roles         text[] not null
        check (cardinality(roles) > 0 and roles <@ array['SCHOOL', 'RESEARCHER', 'STEWARD', 'PRIVACY_OFFICER', 'OPERATOR',
                               'CUSTODIAN_A', 'CUSTODIAN_B', 'CUSTODIAN_LOG']),
    brin          text check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
    password_hash text not null check (password_hash like '$argon2id$%'),
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    constraint school_has_brin check (('SCHOOL' = any (roles)) = (brin is not null))
);
comment on table account.account is 'RLS: none, no role of another zone may read it; zone ACCOUNT. Staff and machines, never pupils.';

create table account.api_token (
    id         uuid primary key,
    account_id uuid not null references account.account (id),
    digest     bytea not null unique check (octet_length(digest) = 32),
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    revoked_at timestamptz
);
comment on table account.api_token is 'RLS: none; zone ACCOUNT. SHA-256 of random tokens, never a token.';
create index api_token_account on account.api_token (account_id);

create table account.failed_sign_in (
    id       uuid primary key,
    target   bytea not null check (octet_length(target) = 32),
    tried_at timestamptz not null
);
comment on table account.failed_sign_in is 'RLS: none; zone ACCOUNT. Tries by digest of username or address; forgotten after a day.';
create index failed_sign_in_target on account.failed_sign_in (target, tried_at);

grant select, insert, update on account.account, account.api_token to schakel_account;
grant select, insert, delete on account.failed_sign_in to schakel_account;
