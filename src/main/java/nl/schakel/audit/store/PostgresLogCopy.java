package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.LogCopy;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.audit.Tiles;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import org.jspecify.annotations.Nullable;

/** Reads the numbered log as the auditor, through cursors. */
@Dependent
class PostgresLogCopy implements LogCopy {
    private static final String RANGE = " where e.seq >= ? and e.seq < ?";
    private static final String DETAILS =
            " from audit.entry e join audit.private_detail d on d.entry_id = e.id" + RANGE;
    private static final String LINES =
            " from audit.entry e join audit.processing_line l on l.operation = e.id" + RANGE;

    private final Statements statements;
    private final CheckpointSigner signer;

    @Inject
    PostgresLogCopy(Database database, CheckpointSigner signer) {
        this.statements = database.statements(Zone.AUDITOR);
        this.signer = signer;
    }

    @Override
    public Tiles tiles() {
        return (level, index) -> StoredTiles.read(statements, level, index);
    }

    @Override
    public Optional<StoredCheckpoint> signed() {
        return statements
                .list(
                        "select size, root, t, note from audit.checkpoint where note is not null order by size desc limit 1",
                        row -> new StoredCheckpoint(
                                Checkpoint.of(signer.origin(), row.getLong("size"), row.getBytes("root")),
                                row.getObject("t", OffsetDateTime.class).toInstant(),
                                Optional.of(row.getString("note"))))
                .stream()
                .findFirst()
                .map(this::witnessed);
    }

    private StoredCheckpoint witnessed(StoredCheckpoint stored) {
        List<NoteSignature> lines = statements.list(
                "select line from audit.cosignature where size = ? order by t, witness",
                row -> NoteSignature.readLine(row.getString(1)).orElseThrow(),
                stored.checkpoint().size());
        return new StoredCheckpoint(
                stored.checkpoint(),
                stored.t(),
                stored.note()
                        .map(note -> lines.isEmpty()
                                ? note
                                : Note.read(note).with(lines).value()));
    }

    @Override
    public void entries(LogExtent extent, Consumer<String> taker) {
        statements.each(
                "select e.entry from audit.entry e" + RANGE + " order by e.seq",
                row -> taker.accept(row.getString(1)),
                extent.from(),
                extent.to());
    }

    @Override
    public long attachmentCount(LogExtent extent) {
        long details = statements.number("select count(*)" + DETAILS, extent.from(), extent.to());
        long blocks = extent.lines()
                ? statements.number(
                        "select coalesce(sum(blocks), 0) from (select (count(*) + " + (BLOCK - 1) + ") / " + BLOCK
                                + " as blocks" + LINES + " group by l.operation) o",
                        extent.from(),
                        extent.to())
                : 0;
        return details + blocks;
    }

    @Override
    public void attachments(LogExtent extent, Attachments taker) {
        statements.each(
                "select e.id, d.salt, d.detail" + DETAILS + " order by e.seq",
                row -> taker.detail(
                        new EntryId(row.getObject(1, UUID.class)), new PrivatePart(row.getString(2), row.getString(3))),
                extent.from(),
                extent.to());
        if (extent.lines()) {
            Blocks blocks = new Blocks(taker);
            statements.each(
                    "select l.operation, l.n, l.subject" + LINES + " order by e.seq, l.n",
                    blocks::take,
                    extent.from(),
                    extent.to());
            blocks.end();
        }
    }

    /** Gathers the subjects of an operation into blocks. */
    private static final class Blocks {
        private final Attachments taker;
        private final ByteArrayOutputStream subjects = new ByteArrayOutputStream();
        private @Nullable EntryId operation;
        private long first;
        private int count;

        Blocks(Attachments taker) {
            this.taker = taker;
        }

        void take(ResultSet row) throws SQLException {
            EntryId next = new EntryId(row.getObject(1, UUID.class));
            if (!next.equals(operation) || count == BLOCK) {
                end();
                operation = next;
                first = row.getLong(2);
            }
            subjects.writeBytes(row.getBytes(3));
            count++;
        }

        void end() {
            if (operation != null && count > 0) {
                taker.subjects(operation, first, subjects.toByteArray());
            }
            subjects.reset();
            count = 0;
        }
    }
}
