-- Identities of providers of OpenID Connect: which account they are, and answers of providers that were used.

create table account.identity (
    id         uuid primary key,
    issuer     text not null check (length(issuer) between 1 and 255),
    subject    text not null check (length(subject) between 1 and 255),
    account_id uuid not null references account.account (id),
    bound_at   timestamptz not null,
    constraint identity_has_one_account unique (issuer, subject),
    constraint account_has_one_identity_at_a_provider unique (account_id, issuer)
);
comment on table account.identity is 'RLS: none; zone ACCOUNT. Staff as a provider knows them, by issuer and opaque subject; no name.';

create table account.provider_answer (
    digest       bytea primary key check (octet_length(digest) = 32),
    used_at      timestamptz not null,
    issuer       text,
    subject      text,
    strong       boolean,
    school_asked boolean,
    school       text check (school ~ '^[0-9]{2}[A-Z]{2}$'),
    constraint identity_is_whole check (num_nulls(issuer, subject, strong, school_asked) in (0, 4))
);
comment on table account.provider_answer is
    'RLS: none; zone ACCOUNT. Sign-ins at a provider by digest, so that an answer works once; an identity that waits for its code. Forgotten after a day.';
create index provider_answer_used_at on account.provider_answer (used_at);

-- a session without provider is one of the local account store
alter table account.session add column provider text check (provider ~ '^[a-z][a-z0-9-]{1,19}$');
alter table account.session add column strong boolean not null default true;

grant select, insert, delete on account.identity to schakel_account;
grant select, insert, update, delete on account.provider_answer to schakel_account;
