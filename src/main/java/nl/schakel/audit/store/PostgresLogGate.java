package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.LogGate;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** Asks functions of the schema {@code audit}, because the asking role reads no entry. */
@Dependent
class PostgresLogGate implements LogGate {
    private final Database database;

    @Inject
    PostgresLogGate(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> behindSince(Zone zone) {
        return database.statements(zone)
                .one("select audit.behind_since()", row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public boolean isSealed(Zone zone, String object, List<String> acts) {
        return database.statements(zone)
                .one(
                        "select coalesce(audit.size_with(?, ?) <= audit.signed_size(), false)",
                        row -> row.getBoolean(1),
                        object,
                        acts.toArray(String[]::new));
    }
}
