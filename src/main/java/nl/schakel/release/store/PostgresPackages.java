package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import nl.schakel.platform.database.Database;
import nl.schakel.release.Packages;
import nl.schakel.release.ReleaseId;

/** Encrypted packages as chunks of 256 KiB in {@code release.chunk}. */
@Dependent
public class PostgresPackages implements Packages {
    static final int CHUNK = 1 << 18;
    private final Cold cold;

    @Inject
    public PostgresPackages(Database database) {
        this.cold = new Cold(database);
    }

    @Override
    public OutputStream writing(ReleaseId id) {
        return new ChunkWriter(cold, id);
    }

    @Override
    public InputStream reading(ReleaseId id) {
        return new ChunkReader(cold, id);
    }
}
