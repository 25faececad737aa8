package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.release.Packages;
import nl.schakel.release.ReleaseId;

/** Encrypted packages as chunks of 256 KiB in {@code release.chunk}. */
@Dependent
public class PostgresPackages implements Packages {
    static final int CHUNK = 1 << 18;
    private final Statements statements;

    @Inject
    public PostgresPackages(Database database) {
        this.statements = database.statements(Zone.COLD);
    }

    @Override
    public OutputStream writing(ReleaseId id) {
        return new ChunkWriter(statements, id);
    }

    @Override
    public InputStream reading(ReleaseId id) {
        return new ChunkReader(statements, id);
    }
}
