package nl.schakel.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The connections of every zone. A connection joins the transaction that is running; in the school zone the tenant is set
 * for that transaction before anything else, so that row-level security holds for every statement. Rows of JPA, statements
 * and {@code COPY} of a zone share one connection in a transaction.
 *
 * <p>Thread-safe; the connections it hands out are not.
 */
@ApplicationScoped
public class Database {
    private static final int BUFFER = 1 << 16;
    private final Map<Zone, DataSource> pools = new EnumMap<>(Zone.class);
    private Tenant tenant = Optional::empty;
    private Function<Zone, EntityManager> managers = this::injected;

    @Resource(lookup = Pools.SCHOOL)
    private DataSource school;

    @Resource(lookup = Pools.LINK)
    private DataSource link;

    @Resource(lookup = Pools.COLD)
    private DataSource cold;

    @Resource(lookup = Pools.ACCOUNT)
    private DataSource account;

    @Resource(lookup = Pools.LOG)
    private DataSource log;

    @Resource(lookup = Pools.AUDITOR)
    private DataSource auditor;

    @PersistenceContext(unitName = "school")
    private EntityManager schoolRows;

    @PersistenceContext(unitName = "cold")
    private EntityManager coldRows;

    @PersistenceContext(unitName = "account")
    private EntityManager accountRows;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Database() {}

    /** Uses the container's pools. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public Database(Instance<Tenant> tenants) {
        this.tenant = tenants.isResolvable() ? tenants.get() : Optional::empty;
    }

    /**
     * Uses the given pools and entity managers; for tests outside the container.
     *
     * @param managers the entity manager of the running transaction, on the connection that the pool of the zone gives
     */
    @SuppressWarnings("NullAway.Init")
    public Database(Map<Zone, DataSource> pools, Tenant tenant, Function<Zone, EntityManager> managers) {
        this.pools.putAll(pools);
        this.tenant = tenant;
        this.managers = managers;
    }

    /**
     * The connection of the zone in the running transaction. Closing it returns it to the transaction, not to the pool.
     *
     * @throws DatabaseFailure where the database cannot be reached
     */
    public Connection connection(Zone zone) {
        try {
            Connection connection = pool(zone).getConnection();
            if (zone == Zone.SCHOOL) {
                setTenant(connection);
            }
            return connection;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Statements on the zone's connection. */
    public Statements statements(Zone zone) {
        return new Statements(() -> connection(zone));
    }

    /**
     * The rows of the zone's persistence unit.
     *
     * @param zone SCHOOL, COLD or ACCOUNT: the others hold no administrative state
     */
    public Rows rows(Zone zone) {
        return new Rows(() -> manager(zone));
    }

    private EntityManager manager(Zone zone) {
        if (zone == Zone.SCHOOL) {
            try {
                connection(zone).close();
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            }
        }
        return managers.apply(zone);
    }

    private EntityManager injected(Zone zone) {
        return switch (zone) {
            case SCHOOL -> schoolRows;
            case COLD -> coldRows;
            case ACCOUNT -> accountRows;
            case LINK, LOG, AUDITOR -> throw new IllegalArgumentException("no rows in " + zone);
        };
    }

    private void setTenant(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('schakel.brin', ?, true)")) {
            statement.setString(1, tenant.brin().orElse(""));
            statement.execute();
        }
    }

    /**
     * Begins a binary {@code COPY … FROM STDIN (FORMAT BINARY)}. No other statement may run on this zone's connection
     * until the writer is finished or closed.
     */
    public CopyIn copyIn(Zone zone, String sql) {
        Connection connection = connection(zone);
        try {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            return new CopyIn(new PGCopyOutputStream(postgres, sql, BUFFER), connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Runs a binary {@code COPY … TO STDOUT (FORMAT BINARY)} and hands every row to the reader, in constant memory. No
     * other statement may run on this zone's connection meanwhile.
     */
    public void copyOut(Zone zone, String sql, CopyRowReader reader) {
        try (Connection connection = connection(zone);
                InputStream stream = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql)) {
            CopyOut.read(stream, reader);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException e) {
            throw DatabaseFailure.of(e);
        }
    }

    private DataSource pool(Zone zone) {
        DataSource given = pools.get(zone);
        if (given != null) {
            return given;
        }
        return switch (zone) {
            case SCHOOL -> school;
            case LINK -> link;
            case COLD -> cold;
            case ACCOUNT -> account;
            case LOG -> log;
            case AUDITOR -> auditor;
        };
    }
}
