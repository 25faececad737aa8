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

-- No index and no key: a pupil's lines are looked for a few times a year and written by the hundred thousand.
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

create table audit.processing_activity (
    id               text primary key check (id ~ '^urn:schakel:verwerking:[a-z-]+:[0-9]+$'),
    title            text not null,
    purpose          text not null,
    legal_basis      text not null,
    data_categories  text not null,
    retention        text not null,
    valid_from       date not null
);
comment on table audit.processing_activity is
    'RLS: none, describes the service; zone every. Register of processing activities (article 30 GDPR): a change is a new '
    'row with a higher version, an identifier is never used again. Insert only, by migrations.';

create function audit.refuse_change() returns trigger
    language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'table %.% takes additions only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

create trigger additions_only before update or truncate on audit.pending
    for each statement execute function audit.refuse_change();
create trigger additions_only before update or delete or truncate on audit.processing_activity
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
alter table audit.processing_activity enable always trigger additions_only;
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
grant select on audit.processing_activity to
    schakel_school, schakel_link, schakel_cold, schakel_account, schakel_log, schakel_auditor;

insert into audit.processing_activity (id, title, purpose, legal_basis, data_categories, retention, valid_from) values
('urn:schakel:verwerking:levering-controleren:1', 'Levering controleren',
 'De school vertellen wat er in een bestand fout is, zonder iets op te slaan.',
 'AVG artikel 6 lid 1 onder e, in opdracht van de school',
 'Leerlingnummer of leerlingsleutel, geslacht, geboortejaar, toetsresultaten; alleen in het geheugen.',
 'Niet bewaard', '2026-08-01'),
('urn:schakel:verwerking:levering-ontvangen:1', 'Levering ontvangen',
 'Gegevens van het leerlingvolgsysteem onder een pseudoniem opslaan om ze te koppelen.',
 'AVG artikel 6 lid 1 onder e; sociaal-emotionele gegevens: toestemming (artikel 6 lid 1 onder a)',
 'Pseudoniem, geslacht, geboortejaar, groep, toetsresultaten, sociaal-emotionele scores met toestemming.',
 'Tot intrekking, bezwaar of einde van het programma', '2026-08-01'),
('urn:schakel:verwerking:levering-intrekken:1', 'Levering intrekken',
 'Op verzoek van de school een levering verwijderen.',
 'AVG artikel 6 lid 1 onder e, in opdracht van de school',
 'Pseudoniem en de gegevens van de levering.', 'Niet bewaard', '2026-08-01'),
('urn:schakel:verwerking:nummer-wijzigen:1', 'Nummer wijzigen',
 'Een leerling wiens nummer wijzigt dezelfde leerling laten blijven.',
 'AVG artikel 5 lid 1 onder d en artikel 6 lid 1 onder e, in opdracht van de school',
 'Oud en nieuw leerlingnummer, alleen in het geheugen; pseudoniem, school, dag van de wijziging.',
 'Zolang de gegevens van de leerling er zijn', '2026-08-01'),
('urn:schakel:verwerking:registers-laden:1', 'Registers laden',
 'Gegevens van DUO en CBS onder een pseudoniem opslaan om ze te koppelen.',
 'AVG artikel 6 lid 1 onder e',
 'Pseudoniem, inschrijving, advies, eindtoets, persoon, huishouden, inkomen, opleiding van ouders.',
 'Tot een nieuwe peildatum haar vervangt, uiterlijk einde van het programma', '2026-08-01'),
('urn:schakel:verwerking:koppelen:1', 'Koppelen',
 'Vaststellen welke gegevens van school en register van dezelfde leerling zijn.',
 'AVG artikel 6 lid 1 onder e',
 'Pseudoniem, versleutelde controlekenmerken, uitkomst van de koppeling.',
 'Zolang de gekoppelde gegevens er zijn', '2026-08-01'),
('urn:schakel:verwerking:bezwaar-vastleggen:1', 'Bezwaar vastleggen',
 'Zorgen dat gegevens van een leerling niet worden gebruikt als een ouder of leerling bezwaar maakt.',
 'AVG artikel 21 en artikel 6 lid 1 onder c',
 'Pseudoniem, school, ingangsdatum; geen reden.', 'Zolang het bezwaar geldt, daarna het feit ervan', '2026-08-01'),
('urn:schakel:verwerking:toestemming-vastleggen:1', 'Toestemming vastleggen',
 'Kunnen aantonen of er toestemming is voor sociaal-emotionele gegevens.',
 'AVG artikel 7 en artikel 6 lid 1 onder c',
 'Pseudoniem, school, wie besliste, beslissing, doel, instrument, tekst, data, einde in jaren.',
 'Tot zeven jaar na het einde van de toestemming', '2026-08-01'),
('urn:schakel:verwerking:onderzoek-beoordelen:1', 'Onderzoek aanvragen en beoordelen',
 'Beslissen of een onderzoek gegevens mag krijgen.',
 'AVG artikel 6 lid 1 onder e', 'Account van aanvrager en beoordelaars; geen leerlingen.',
 'Zeven jaar', '2026-08-01'),
('urn:schakel:verwerking:extract-maken:1', 'Extract maken',
 'Voor één goedgekeurd onderzoek een bestand maken dat niemand herkenbaar maakt.',
 'AVG artikel 6 lid 1 onder e en artikel 89',
 'Onderzoekspseudoniem en de goedgekeurde kenmerken, gegeneraliseerd.', 'Tot de einddatum van het onderzoek',
 '2026-08-01'),
('urn:schakel:verwerking:vrijgeven:1', 'Vrijgeven en ophalen',
 'Het extract versleuteld aan de onderzoeker geven.',
 'AVG artikel 6 lid 1 onder e en artikel 89',
 'Onderzoekspseudoniem en de goedgekeurde kenmerken, versleuteld.', 'Tot de einddatum van het onderzoek',
 '2026-08-01'),
('urn:schakel:verwerking:terugroepen:1', 'Terugroepen',
 'Onderzoekers laten weten welke rijen zij moeten wissen.',
 'AVG artikel 17, 19 en 21', 'Onderzoekspseudoniem.', 'Tot de bevestiging, daarna het feit ervan', '2026-08-01'),
('urn:schakel:verwerking:monitor-berekenen:1', 'Monitor berekenen',
 'Landelijke tabellen maken over leergroei en kansen.',
 'AVG artikel 6 lid 1 onder e en artikel 89', 'Gekoppelde gegevens; de uitkomst zijn tabellen.',
 'Tabellen blijvend', '2026-08-01'),
('urn:schakel:verwerking:schoolrapport-maken:1', 'Schoolrapport maken',
 'Een school haar eigen groepen laten zien, in groepen van zes of meer.',
 'AVG artikel 6 lid 1 onder e', 'Gekoppelde gegevens van de eigen school; de uitkomst zijn tabellen.',
 'Twee schooljaren', '2026-08-01'),
('urn:schakel:verwerking:verzoek-van-betrokkene-beantwoorden:1', 'Verzoek van een betrokkene beantwoorden',
 'Een ouder of leerling vertellen wat er met de gegevens is gedaan.',
 'AVG artikel 12 tot en met 22', 'Leerlingnummer, alleen in het geheugen; regels van dit logboek.',
 'Zeven jaar', '2026-08-01'),
('urn:schakel:verwerking:accounts-beheren:1', 'Accounts beheren',
 'Weten wie wat mag en wie is aangemeld.',
 'AVG artikel 6 lid 1 onder e', 'Naam en rol van medewerkers; geen leerlingen.', 'Een jaar na het einde van het account',
 '2026-08-01'),
('urn:schakel:verwerking:toezicht-houden:1', 'Toezicht houden',
 'Controleren wie wat deed.',
 'AVG artikel 39', 'Regels van dit logboek.', 'Zeven jaar', '2026-08-01'),
('urn:schakel:verwerking:sleutels-beheren:1', 'Sleutels beheren',
 'Sleutels maken, vervangen en vernietigen.',
 'AVG artikel 32', 'Geen persoonsgegevens; bij vervanging de opgeslagen pseudoniemen.', 'Zeven jaar', '2026-08-01'),
('urn:schakel:verwerking:dienst-beheren:1', 'Dienst beheren',
 'De dienst starten, bijwerken en herstellen.',
 'AVG artikel 32', 'Geen persoonsgegevens.', 'Een half jaar', '2026-08-01');

-- The register of activities is the same for everybody; row security is forced on whatever a school may read.
alter table audit.processing_activity enable row level security;
alter table audit.processing_activity force row level security;
create policy everybody_reads on audit.processing_activity for select using (true);
create policy owner_extends on audit.processing_activity for insert to schakel_owner with check (true);
