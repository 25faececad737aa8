package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRegister;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.RegisteredKey;
import nl.schakel.pseudonym.StepTerms;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** The register of keys in the link zone. */
@Dependent
class PostgresKeyRegister implements KeyRegister {
    private static final String STEP = "select id, holder, act, keys, check_values, rehearsal, proposer, proposed_at,"
            + " settler, settled_at, confirmed, becomes, unseen_persons, unseen_decided from pseudonym.key_step ";

    private final Statements statements;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    PostgresKeyRegister(Database database, AuditTrail trail, Clock clock) {
        this.statements = database.statements(Zone.LINK);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public SortedMap<KeyId, RegisteredKey> keys() {
        SortedMap<KeyId, RegisteredKey> keys = new TreeMap<>();
        statements.each("select key_id, check_value, state, since from pseudonym.known_key", row -> {
            KeyId id = new KeyId(row.getString(1));
            keys.put(id, new RegisteredKey(id, row.getString(2), KeyState.valueOf(row.getString(3)), moment(row, 4)));
        });
        return keys;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Set<Holder> suspended() {
        Set<Holder> suspended = EnumSet.noneOf(Holder.class);
        statements.each(
                "select holder from pseudonym.holder_state where suspended",
                row -> Holder.parse(row.getString(1)).ifPresent(suspended::add));
        return suspended;
    }

    @Override
    public boolean needed(KeyId key) {
        return switch (key.family()) {
            case "link", "oprf", "token" ->
                PostgresKeyChanges.inForce(statements).uses(key);
            case "research" -> key.number() == 1;
            case "subject", "staff" ->
                key.number() <= SchoolYear.of(clock.instant()).start();
            default -> true;
        };
    }

    @Override
    public void hold(Holder holder) {
        statements.each(
                "select pg_advisory_xact_lock(hashtextextended('pseudonym.key_step/' || ?, 0))",
                row -> {},
                holder.code());
    }

    @Override
    public List<KeyStep> newest(Holder holder, int most) {
        return statements.list(
                STEP + "where holder = ? order by proposed_at desc limit ?",
                PostgresKeyRegister::step,
                holder.code(),
                most);
    }

    @Override
    public Optional<KeyStep> opening(KeyId link) {
        return statements
                .list(
                        STEP + "where holder = ? and act = ? and confirmed and not rehearsal and keys = array[?::text]"
                                + " order by proposed_at desc limit 1",
                        PostgresKeyRegister::step,
                        Holder.B.code(),
                        KeyAct.OPEN.name(),
                        link.value())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<KeyStep> locked(KeyStepId id) {
        return statements.list(STEP + "where id = ? for update", PostgresKeyRegister::step, id.value()).stream()
                .findFirst();
    }

    @Override
    public void add(KeyStep step, AuditEntry entry) {
        statements.update(
                "insert into pseudonym.key_step (id, holder, act, keys, check_values, rehearsal, proposer, proposed_at,"
                        + " becomes, unseen_persons, unseen_decided) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                step.id().value(),
                step.holder().code(),
                step.act().name(),
                step.keys().keySet().stream().map(KeyId::value).toArray(String[]::new),
                step.keys().values().toArray(String[]::new),
                step.rehearsal(),
                step.proposer().value(),
                step.proposed(),
                step.terms().becomes().stream().map(KeyId::value).toArray(String[]::new),
                step.terms().loses().map(LostPersons::persons).orElse(null),
                step.terms().loses().map(LostPersons::decided).orElse(null));
        trail.append(Zone.LINK, entry);
    }

    @Override
    public void settle(KeyStep step, Effect effect, AuditEntry entry) {
        KeyStep.Settled settled = step.settled().orElseThrow();
        statements.update(
                "update pseudonym.key_step set settler = ?, settled_at = ?, confirmed = ? where id = ? and settler is null",
                settled.by().value(),
                settled.at(),
                settled.confirmed(),
                step.id().value());
        effect.keys().forEach(this::put);
        effect.suspended()
                .ifPresent(suspended -> statements.update(
                        "insert into pseudonym.holder_state (holder, suspended, since) values (?, ?, ?)"
                                + " on conflict (holder) do update set suspended = excluded.suspended, since ="
                                + " excluded.since",
                        step.holder().code(),
                        suspended,
                        settled.at()));
        trail.append(Zone.LINK, entry);
    }

    private void put(RegisteredKey key) {
        requireKnownAs(key);
        statements.update(
                "insert into pseudonym.key_state (key_id, check_value, state, since) values (?, ?, ?, ?)"
                        + " on conflict (key_id) do update set check_value = excluded.check_value, state = excluded.state,"
                        + " since = excluded.since",
                key.id().value(),
                key.checkValue(),
                key.state().name(),
                key.since());
    }

    /** A key becomes known before its store is opened, so that no other key can take its name. */
    private void requireKnownAs(RegisteredKey key) {
        boolean known = key.id().canBeReplaced()
                || statements.one(
                        "select pseudonym.check_key(?, ?, ?)",
                        row -> row.getBoolean(1),
                        key.id().value(),
                        key.checkValue(),
                        key.since());
        if (!known) {
            throw new CeremonyRefused.OtherKey(key.id());
        }
    }

    private static KeyStep step(ResultSet row) throws SQLException {
        SortedMap<KeyId, String> keys = new TreeMap<>();
        String[] names = texts(row.getArray("keys"));
        String[] checkValues = texts(row.getArray("check_values"));
        for (int i = 0; i < names.length; i++) {
            keys.put(new KeyId(names[i]), checkValues[i]);
        }
        @Nullable UUID settler = row.getObject("settler", UUID.class);
        return new KeyStep(
                new KeyStepId(row.getObject("id", UUID.class)),
                Holder.parse(row.getString("holder")).orElseThrow(),
                KeyAct.valueOf(row.getString("act")),
                keys,
                row.getBoolean("rehearsal"),
                new StaffId(row.getObject("proposer", UUID.class)),
                moment(row, row.findColumn("proposed_at")),
                terms(row),
                settler == null
                        ? Optional.empty()
                        : Optional.of(new KeyStep.Settled(
                                new StaffId(settler),
                                moment(row, row.findColumn("settled_at")),
                                row.getBoolean("confirmed"))));
    }

    private static StepTerms terms(ResultSet row) throws SQLException {
        List<KeyId> becomes =
                Stream.of(texts(row.getArray("becomes"))).map(KeyId::new).toList();
        long persons = row.getLong("unseen_persons");
        Optional<LostPersons> loses =
                row.wasNull() ? Optional.empty() : Optional.of(new LostPersons(persons, row.getLong("unseen_decided")));
        return new StepTerms(becomes, loses);
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
