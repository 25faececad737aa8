package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.LogTree;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** The log in {@code audit.entry}, {@code audit.tile} and {@code audit.checkpoint}, under an advisory lock of the transaction. */
@Dependent
class PostgresLogTree implements LogTree {
    private static final long LOCK = 0x7363_6861_6b65_6cL;

    private final Statements statements;
    private final CheckpointSigner signer;

    @Inject
    PostgresLogTree(Database database, CheckpointSigner signer) {
        this.statements = database.statements(Zone.LOG);
        this.signer = signer;
    }

    @Override
    public boolean lock() {
        return statements.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK);
    }

    @Override
    public long size() {
        return statements.number("select coalesce(max(seq), -1) + 1 from audit.entry");
    }

    @Override
    public List<byte[]> sequence(long first, int most) {
        List<byte[]> leaves = new ArrayList<>();
        statements.each(
                "select seq, leaf from audit.sequence(?, ?) order by seq",
                row -> {
                    if (row.getLong("seq") != first + leaves.size()) {
                        throw new IllegalStateException("numbers of entries follow each other");
                    }
                    leaves.add(row.getBytes("leaf"));
                },
                first,
                most);
        return leaves;
    }

    @Override
    public byte[] tile(int level, long index) {
        return StoredTiles.read(statements, level, index);
    }

    @Override
    public void put(int level, long index, byte[] hashes) {
        statements.update(
                "insert into audit.tile (level, index, hashes) values (?, ?, ?)"
                        + " on conflict (level, index) do update set hashes = excluded.hashes",
                level,
                index,
                hashes);
    }

    @Override
    public Optional<StoredCheckpoint> newest() {
        return statements
                .list("select size, root, t, note from audit.checkpoint order by size desc limit 1", this::checkpoint)
                .stream()
                .findFirst();
    }

    private StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
        return new StoredCheckpoint(
                Checkpoint.of(signer.origin(), row.getLong("size"), row.getBytes("root")),
                row.getObject("t", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("note")));
    }

    @Override
    public boolean isUrgent(long from) {
        return statements.one(
                "select exists (select from audit.entry where seq >= ? and kind in ('rel', 'key'))",
                row -> row.getBoolean(1),
                from);
    }

    @Override
    public void prepare(Checkpoint checkpoint, Instant t) {
        statements.update(
                "insert into audit.checkpoint (size, root, t) values (?, ?, ?)",
                checkpoint.size(),
                checkpoint.rootHash(),
                t);
    }

    @Override
    public void signed(long size, String note) {
        statements.update("update audit.checkpoint set note = ? where size = ? and note is null", note, size);
    }
}
