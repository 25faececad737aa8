package nl.schakel.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.schakel.audit.PolicySource;
import nl.schakel.audit.WitnessPolicy;
import nl.schakel.audit.WitnessState;
import nl.schakel.audit.WitnessState.SignedSize;
import nl.schakel.audit.WitnessWatch;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import org.jspecify.annotations.Nullable;

/** Asks the database, and keeps the answer for two seconds: every page asks. Thread-safe. */
@ApplicationScoped
public class PostgresWitnessWatch implements WitnessWatch {
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** More checkpoints than an hour has: what lacks its quorum longer, lacks it for at least as long as these say. */
    private static final String SIZES = "select c.size, c.t,"
            + " array(select s.witness from audit.cosignature s where s.size = c.size) as witnesses"
            + " from audit.checkpoint c where c.note is not null order by c.size desc limit 100";

    private static final String CONTACTS = "select witness, size, outcome, since, t from audit.witness_contact";

    private final PolicySource policies;
    private final Database database;
    private final Clock clock;
    private volatile @Nullable Seen last;

    private record Seen(WitnessState state, Instant at) {}

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PostgresWitnessWatch() {
        this(null, null, null);
    }

    /** Asks this database under this policy. */
    @Inject
    public PostgresWitnessWatch(PolicySource policies, Database database, Clock clock) {
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public WitnessState state() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen != null && seen.at().plus(FRESH).isAfter(now)) {
            return seen.state();
        }
        WitnessState state = policies.policy().map(this::state).orElseGet(WitnessState::unasked);
        last = new Seen(state, now);
        return state;
    }

    private WitnessState state(WitnessPolicy policy) {
        Statements statements = database.statements(Zone.AUDITOR);
        List<SignedSize> sizes = statements.list(SIZES, PostgresWitnessWatch::size);
        return WitnessState.of(policy, sizes, statements.list(CONTACTS, PostgresCosignatures::contact));
    }

    private static SignedSize size(ResultSet row) throws SQLException {
        String[] witnesses = (String[]) row.getArray("witnesses").getArray();
        return new SignedSize(row.getLong("size"), PostgresCosignatures.moment(row, "t"), Set.of(witnesses));
    }
}
