package nl.schakel.extract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.Variable;
import nl.schakel.catalogue.VariableName;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractLedger;
import nl.schakel.extract.ReadGroup;
import nl.schakel.extract.Selection;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.Population;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements of extracts against the real schema, as the role of the cold zone. */
class PostgresExtractsTest {
    private static final Actor ACTOR =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.STEWARD), Optional.empty());

    private final List<ColdWorld> worlds = new ArrayList<>();
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Set<PersonKey> logged = new HashSet<>();
    private final PostgresExtractSource source = new PostgresExtractSource(TestPostgres.database(null));
    private final PostgresExtracts extracts = new PostgresExtracts(
            TestPostgres.database(null),
            (zone, entry) -> entries.add(entry),
            new CollectedLog((zone, processing, subjects) -> {
                subjects.forEach(subject -> logged.add(PersonKey.of(subject.bytes())));
                return logged.size();
            }),
            Clock.fixed(ColdWorld.AT, ZoneOffset.UTC));

    @AfterEach
    void remove() throws SQLException {
        for (ColdWorld world : worlds) {
            world.remove();
        }
    }

    private ColdWorld world(int pupils) throws SQLException {
        ColdWorld world = ColdWorld.of(ColdWorld.unusedYear(), pupils);
        worlds.add(world);
        return world;
    }

    private static Population population(int year) {
        return new Population(new TreeSet<>(Set.of(new SchoolYear(year))), new TreeSet<>());
    }

    private Selection select(ExtractId id, ColdWorld world) throws Exception {
        source.holdExits();
        return source.select(id, population(world.year), ColdWorld.AT);
    }

    private Map<PersonKey, Integer> read(ExtractId id, ColdWorld world, String name) {
        Variable variable = Catalogue.standard().require(new VariableName(name));
        Map<PersonKey, Integer> values = new HashMap<>();
        source.read(
                id,
                new ReadGroup(List.of(variable), population(world.year).schoolYears()),
                (person, year, row) -> values.put(person, row[0]));
        return values;
    }

    private static BuiltExtract extract(ExtractId id, ColdWorld world, boolean needsConsent) {
        return new BuiltExtract(
                id,
                new StudyId(world.study),
                new StudyCode("NPO-2999-001"),
                1,
                ColdWorld.AT,
                ACTOR.staff(),
                40,
                2,
                needsConsent,
                "{}",
                "{}");
    }

    private void record(BuiltExtract extract, List<PersonKey> read, List<PersonKey> leftOut) {
        extracts.record(
                extract,
                new ExtractLedger.Members(read, leftOut),
                AuditEntry.by(ACTOR, "extract.build", ProcessingActivity.BUILD_EXTRACT),
                Processing.ok(ProcessingActivity.BUILD_EXTRACT, "Extract maken", ColdWorld.AT, ColdWorld.AT));
    }

    @Test
    void only_linked_pupils_without_objection_are_selected_and_read() throws Exception {
        ColdWorld world = world(40);
        PersonKey objecting = world.persons.get(0);
        PersonKey ambiguous = world.persons.get(1);
        PersonKey unlinked = world.persons.get(2);
        PersonKey conflicting = world.persons.get(3);
        world.object(objecting);
        world.outcome(ambiguous, "AMBIGUOUS");
        world.outcome(unlinked, "UNLINKED");
        world.outcome(conflicting, "CONFLICT");
        world.outcome(world.persons.get(4), "CONFLICT");
        ExtractId id = new ExtractId(UUID.randomUUID());
        TestPostgres.inTransaction(Zone.COLD, () -> {
            Selection selection = select(id, world);
            assertThat(selection.persons()).hasSize(35).doesNotContain(objecting, ambiguous, unlinked, conflicting);
            assertThat(List.of(
                            selection.delivered(),
                            selection.ambiguous(),
                            selection.conflicting(),
                            selection.unlinked()))
                    .containsExactly(39L, 1L, 2L, 1L);
            Map<PersonKey, Integer> scores = read(id, world, "rekenen_m");
            assertThat(scores).hasSize(35).doesNotContainKey(objecting);
            assertThat(scores.get(world.persons.get(7))).isEqualTo(675);
            assertThat(read(id, world, "geslacht").get(world.persons.get(7))).isEqualTo(2);
            record(extract(id, world, false), selection.persons(), List.of());
            return id;
        });
    }

    @Test
    void values_that_need_consent_are_read_only_while_it_is_effective() throws Exception {
        ColdWorld world = world(20);
        PersonKey consenting = world.persons.get(0);
        PersonKey withdrawn = world.persons.get(1);
        PersonKey refused = world.persons.get(2);
        world.decide(consenting, "GRANTED", 0);
        world.decide(withdrawn, "GRANTED", 0);
        world.decide(withdrawn, "WITHDRAWN", 60);
        world.decide(refused, "REFUSED", 0);
        ExtractId id = new ExtractId(UUID.randomUUID());
        TestPostgres.inTransaction(Zone.COLD, () -> {
            Selection selection = select(id, world);
            assertThat(selection.persons()).hasSize(20);
            assertThat(read(id, world, "sociaal_emotioneel")).containsOnlyKeys(consenting);
            assertThat(read(id, world, "rekenen_m")).hasSize(20);
            record(extract(id, world, true), selection.persons(), List.of());
            return id;
        });
    }

    @Test
    void a_member_who_objects_or_withdraws_after_the_build_has_lost_the_basis() throws Exception {
        ColdWorld world = world(20);
        PersonKey consenting = world.persons.get(0);
        world.decide(consenting, "GRANTED", 0);
        ExtractId with = built(world, true);
        ExtractId without = built(world, false);
        assertThat(lost(with)).isZero();
        world.decide(consenting, "WITHDRAWN", 100);
        assertThat(lost(with)).isEqualTo(1);
        assertThat(lost(without)).isZero();
        PersonKey objecting = world.persons.get(5);
        PersonKey current = ColdWorld.newPerson();
        world.supersede(objecting, current);
        world.object(current);
        assertThat(lost(without)).isEqualTo(1);
        assertThat(TestPostgres.inTransaction(Zone.COLD, () -> extracts.holding(current)))
                .containsExactlyInAnyOrder(with, without);
        assertThat(TestPostgres.inTransaction(Zone.COLD, () -> extracts.holding(objecting)))
                .containsExactlyInAnyOrder(with, without);
    }

    @Test
    void an_extract_makes_the_number_changes_of_its_members_final_and_no_others() throws Exception {
        ColdWorld world = world(12);
        PersonKey other = ColdWorld.newPerson();
        changed(world.persons.get(3), other);
        changed(ColdWorld.newPerson(), ColdWorld.newPerson());
        built(world, false);
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) filter (where new_p = ?), count(*) from pseudonym.number_change"
                                + " where settled_at is not null and brin = '88EE'")) {
            query.setBytes(1, other.bytes());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
                assertThat(row.getInt(2)).isEqualTo(1);
            }
        }
    }

    private static void changed(PersonKey before, PersonKey after) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement insert = connection.prepareStatement("insert into pseudonym.number_change (id, brin,"
                        + " old_p, new_p, keeps_new, from_day, recorded_at, recorded_by) values (gen_random_uuid(), '88EE',"
                        + " ?, ?, false, '2026-09-01', '2026-09-02', gen_random_uuid())")) {
            insert.setBytes(1, before.bytes());
            insert.setBytes(2, after.bytes());
            insert.execute();
        }
    }

    @Test
    void a_delivery_withdrawn_after_the_build_takes_the_basis_of_the_extracts_that_hold_it() throws Exception {
        ColdWorld world = world(12);
        ExtractId extract = built(world, false);
        ExtractId elsewhere = built(world(12), false);
        assertThat(lost(extract)).isZero();
        world.withdraw();
        assertThat(lost(extract)).isPositive();
        assertThat(lost(elsewhere)).isZero();
    }

    private ExtractId built(ColdWorld world, boolean needsConsent) throws Exception {
        ExtractId id = new ExtractId(UUID.randomUUID());
        return TestPostgres.inTransaction(Zone.COLD, () -> {
            record(extract(id, world, needsConsent), select(id, world).persons(), List.of());
            return id;
        });
    }

    private long lost(ExtractId id) throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, () -> extracts.withoutBasis(id, Instant.EPOCH));
    }

    @Test
    void keeps_what_is_known_of_an_extract_and_forgets_whom_it_left_out() throws Exception {
        ColdWorld world = world(20);
        ExtractId id = new ExtractId(UUID.randomUUID());
        PersonKey leftOut = world.persons.get(3);
        BuiltExtract extract = extract(id, world, true);
        TestPostgres.inTransaction(Zone.COLD, () -> {
            record(extract, select(id, world).persons(), List.of(leftOut));
            return id;
        });
        TestPostgres.inTransaction(Zone.COLD, () -> {
            assertThat(extracts.find(id)).contains(extract);
            assertThat(extracts.ofStudy(new StudyId(world.study))).containsExactly(extract);
            assertThat(extracts.of(id)).hasSize(19).doesNotContain(leftOut);
            assertThat(extracts.find(new ExtractId(UUID.randomUUID()))).isEmpty();
            return id;
        });
        assertThat(entries).hasSize(1);
        assertThat(logged).hasSize(20).contains(leftOut);
    }

    @Test
    void a_member_without_an_extract_cannot_be_committed() throws Exception {
        ColdWorld world = world(12);
        ExtractId id = new ExtractId(UUID.randomUUID());
        assertThatThrownBy(() -> TestPostgres.inTransaction(Zone.COLD, () -> select(id, world)))
                .isInstanceOf(SQLException.class);
    }

    static List<Variable> variables() {
        return Catalogue.standard().variables();
    }

    @ParameterizedTest
    @MethodSource("variables")
    void every_expression_of_the_catalogue_runs_as_the_cold_role(Variable variable) throws Exception {
        ReadGroup group = new ReadGroup(List.of(variable), new TreeSet<>(Set.of(new SchoolYear(2199))));
        TestPostgres.inTransaction(Zone.COLD, () -> {
            source.read(new ExtractId(UUID.randomUUID()), group, (person, year, values) -> {});
            return variable;
        });
    }

    @Test
    void the_cold_role_cannot_read_a_token() throws Exception {
        for (String table : List.of("pseudonym.person", "delivery.pupil_token", "delivery.subject", "linkage.link")) {
            try (Connection cold = TestPostgres.connect(Zone.COLD.role());
                    PreparedStatement rights = cold.prepareStatement("select has_table_privilege(?, 'select')")) {
                rights.setString(1, table);
                assertThat(allowed(rights)).as(table).isFalse();
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(table).isEqualTo("42501");
            }
        }
    }

    private static boolean allowed(PreparedStatement rights) throws SQLException {
        try (ResultSet row = rights.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
