package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.Cosignatures;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.WitnessContact;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** {@code audit.cosignature} and {@code audit.witness_contact}. */
@Dependent
class PostgresCosignatures implements Cosignatures {
    private final Statements statements;
    private final CheckpointSigner signer;

    @Inject
    PostgresCosignatures(Database database, CheckpointSigner signer) {
        this.statements = database.statements(Zone.LOG);
        this.signer = signer;
    }

    @Override
    public Optional<StoredCheckpoint> newestSigned() {
        return statements
                .list(
                        "select size, root, t, note from audit.checkpoint where note is not null"
                                + " order by size desc limit 1",
                        this::checkpoint)
                .stream()
                .findFirst();
    }

    private StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
        return new StoredCheckpoint(
                Checkpoint.of(signer.origin(), row.getLong("size"), row.getBytes("root")),
                moment(row, "t"),
                Optional.of(row.getString("note")));
    }

    @Override
    public List<NoteSignature> lines(long size) {
        return statements.list(
                "select line from audit.cosignature where size = ? order by t, witness",
                row -> NoteSignature.readLine(row.getString(1))
                        .orElseThrow(() -> new EvidenceRejected("een bewaarde handtekening is beschadigd")),
                size);
    }

    @Override
    public void add(long size, VerificationKey witness, CheckedLine line) {
        statements.update(
                "insert into audit.cosignature (size, witness, t, line) values (?, ?, ?, ?) on conflict do nothing",
                size,
                WitnessContact.named(witness),
                line.time(),
                line.line().line());
    }

    @Override
    public Optional<WitnessContact> contact(VerificationKey witness) {
        return statements
                .list(
                        "select witness, size, outcome, since, t from audit.witness_contact where witness = ?",
                        PostgresCosignatures::contact,
                        WitnessContact.named(witness))
                .stream()
                .findFirst();
    }

    static WitnessContact contact(ResultSet row) throws SQLException {
        return new WitnessContact(
                row.getString("witness"),
                row.getLong("size"),
                WitnessContact.Outcome.valueOf(row.getString("outcome")),
                moment(row, "since"),
                moment(row, "t"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void remember(WitnessContact contact) {
        statements.update(
                "insert into audit.witness_contact (witness, size, outcome, since, t) values (?, ?, ?, ?, ?)"
                        + " on conflict (witness) do update set size = excluded.size, outcome = excluded.outcome,"
                        + " since = excluded.since, t = excluded.t",
                contact.witness(),
                contact.size(),
                contact.outcome().name(),
                contact.since(),
                contact.t());
    }
}
