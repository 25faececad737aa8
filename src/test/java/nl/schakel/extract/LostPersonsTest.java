package nl.schakel.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.store.PostgresExtractSource;
import nl.schakel.extract.store.PostgresExtracts;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunLinkage;
import nl.schakel.linkage.store.PostgresRuns;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two pupils are linked and in an extract, and their numbers are not seen again when a change of keys is closed: of the first
 * nothing came any more, of the second its key in the school's administration. Decision 0019.
 */
class LostPersonsTest {
    private static final long SEED = 20261125;
    private static final int PUPILS = 40;
    private static final SchoolSite SITE = new SchoolSite(new Brin("99ZZ"), "00");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor OPERATOR =
            new Actor(new StaffId(new UUID(6, 6)), Set.of(Role.OPERATOR), Optional.empty());

    private final Pseudonymizer before = new PlainTokens("before");
    private final Pseudonymizer after = new PlainTokens("after");
    private final List<Pgn> numbers = numbers();
    private final ProcessingLog log = new CollectedLog((zone, processing, subjects) -> subjects.size());

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    private int generation = 1;
    private int runs;

    @BeforeEach
    void copy() throws SQLException {
        copy = new CopiedDatabase();
        copy.empty("pseudonym.person", "pseudonym.local_pupil", "pseudonym.superseded", "delivery.delivery");
        copy.empty("delivery.subject", "delivery.pupil_token", "register.delivery", "linkage.run", "linkage.link");
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void are_linked_and_extracted_while_the_change_is_open_and_by_no_exit_once_it_is_closed() throws Exception {
        List<PersonKey> persons = admit(before, 0);
        deliver(persons);
        assertThat(link()).isEqualTo(new Linked(Set.copyOf(persons), 0));
        assertThat(extract().rows.keySet()).isEqualTo(pseudonyms(persons));

        generation++;
        copy.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
        Pseudonymizer during = new ChangingTokens(after, before);
        assertThat(admit(during, 2)).isEqualTo(persons.subList(2, PUPILS));
        assertThat(byKey(during, 1)).isEqualTo(persons.get(1));
        assertThat(link()).isEqualTo(new Linked(Set.copyOf(persons), 0));
        ExtractWorld open = extract();
        assertThat(open.rows.keySet()).isEqualTo(pseudonyms(persons));
        assertThat(withoutBasis(open)).isZero();
        List<String> stored = stored();

        copy.committed(Zone.LINK, null, StoredPeople::close);
        assertThat(byKey(after, 1))
                .as("found by its key, and lost all the same")
                .isEqualTo(persons.get(1));
        List<PersonKey> seen = persons.subList(2, PUPILS);
        assertThat(link()).isEqualTo(new Linked(Set.copyOf(seen), 2));
        ExtractWorld closed = extract();
        assertThat(closed.rows.keySet()).isEqualTo(pseudonyms(seen));
        assertThat(closed.recorded.get(0).pupils()).isEqualTo(PUPILS - 2);
        assertThat(withoutBasis(open))
                .as("an extract from before may not leave")
                .isEqualTo(2);
        assertThat(withoutBasis(closed)).isZero();
        assertThat(stored()).as("nothing is erased for a lost person").isEqualTo(stored);
    }

    @Test
    void a_linkage_from_before_the_change_was_closed_lets_no_lost_person_into_an_extract() throws Exception {
        List<PersonKey> persons = admit(before, 0);
        deliver(persons);
        link();
        generation++;
        copy.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
        admit(new ChangingTokens(after, before), 2);
        copy.committed(Zone.LINK, null, StoredPeople::close);
        assertThat(extract().rows.keySet()).isEqualTo(pseudonyms(persons.subList(2, PUPILS)));
    }

    /** The persons of the numbers from this place on, by number and key. */
    private List<PersonKey> admit(Pseudonymizer tokens, int from) throws Exception {
        List<Admission> pupils = IntStream.range(from, PUPILS)
                .mapToObj(i -> Admission.byBoth(
                        tokens.linkage(numbers.get(i)), tokens.local(SITE, "", new LocalPupilKey("k" + i))))
                .toList();
        return copy.committed(Zone.LINK, null, database -> StoredPeople.of(database, generation)
                .admit(Zone.LINK, pupils));
    }

    private PersonKey byKey(Pseudonymizer tokens, int pupil) throws Exception {
        Admission key = Admission.byLocalKey(tokens.local(SITE, "", new LocalPupilKey("k" + pupil)));
        return copy.committed(Zone.LINK, null, database -> StoredPeople.of(database, generation)
                .admit(Zone.LINK, List.of(key))
                .get(0));
    }

    /** An approved delivery of pupils and one of their results, and a register in which all of them are. */
    private void deliver(List<PersonKey> persons) {
        UUID pupils = delivery("PUPILS");
        UUID results = delivery("RESULTS");
        UUID register = UUID.randomUUID();
        copy.write(
                "insert into register.delivery values (?, '2026-02-01', sha256('r'), clock_timestamp(),"
                        + " gen_random_uuid(), 1)",
                register);
        copy.write("insert into register.file values (?, 1, 'k', 'KOPPELTABEL', 0, 0, 0)", register);
        copy.write("insert into delivery.test values (?, 0, 'RW-M5', null, null, null, 'rekenen', '5', 'M')", results);
        for (int i = 0; i < persons.size(); i++) {
            byte[] person = persons.get(i).bytes();
            for (UUID delivery : List.of(pupils, results)) {
                copy.write("insert into delivery.subject values (?, ?, ?)", delivery, i, person);
            }
            copy.write(
                    "insert into delivery.pupil_token (delivery_id, pupil_no, local) values (?, ?, ?)",
                    pupils,
                    i,
                    before.local(SITE, "", new LocalPupilKey("k" + i)).bytes());
            copy.write("insert into delivery.pupil values (?, ?, ?, 2010, '5')", pupils, i, 1 + i % 2);
            copy.write(
                    "insert into delivery.result values (?, ?, ?, 0, date '2021-01-20', 40, ?, 'II')",
                    results,
                    i,
                    i,
                    60.5 + i % 20);
            copy.write("insert into register.person_token (delivery_id, p) values (?, ?)", register, person);
        }
    }

    private UUID delivery(String part) {
        UUID id = UUID.randomUUID();
        copy.write(
                "insert into delivery.delivery (id, brin, site, school_year, part, format, source_system, state,"
                        + " idempotency_key, file_digest, receipt, received_at, received_by, pupils, rows_in,"
                        + " rows_accepted, rows_refused, rows_known, withheld_objection, withheld_consent) values (?,"
                        + " '99ZZ', '00', 2020, ?, 'CSV', '', 'APPROVED', ?, sha256('x'), 'r', '2026-01-01',"
                        + " gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0)",
                id,
                part,
                id.toString());
        return id;
    }

    /** Whom a run linked, and how many it left out. */
    private record Linked(Set<PersonKey> persons, long objected) {}

    private Linked link() throws Exception {
        Clock clock = Clock.fixed(NOW.plusSeconds(runs++), ZoneOffset.UTC);
        Run run = copy.committed(Zone.LINK, null, database -> new RunLinkage(
                        new PostgresRuns(database, (zone, entry) -> {}), after, log, clock)
                .run(OPERATOR));
        List<PersonKey> linked = copy.committed(Zone.COLD, null, database -> database.statements(Zone.COLD)
                .list(
                        "select p from linkage.current_link where outcome = 'LINKED'",
                        row -> PersonKey.of(row.getBytes(1))));
        return new Linked(Set.copyOf(linked), run.objected());
    }

    /** The extract of an approved study of everybody, with the packager of a world that keeps its rows. */
    private ExtractWorld extract() throws Exception {
        ExtractWorld world = new ExtractWorld();
        copy.write(
                "insert into study.study (id, code, applicant, state, round, title, purpose, institution, school_years,"
                        + " grades, created_at, state_since) values (?, 'NPO-2026-001', gen_random_uuid(), 'DRAFT', 0, '',"
                        + " '', '', array[2020], '{}', '2026-01-01', '2026-01-01') on conflict do nothing",
                ExtractWorld.STUDY.value());
        BuiltExtract built = copy.committed(Zone.COLD, null, database -> new BuildExtract(
                        world,
                        new PostgresExtractSource(database),
                        new PostgresExtracts(database, (zone, entry) -> {}, log, world.clock),
                        () -> world,
                        world,
                        world.clock)
                .build(ExtractWorld.RESEARCHER, ExtractWorld.STUDY, ExtractId.random()));
        world.recorded.add(built);
        return world;
    }

    /** How many of an extract's pupils have no basis any more: the exits refuse it where there are any. */
    private long withoutBasis(ExtractWorld built) throws Exception {
        return copy.committed(
                Zone.COLD, null, database -> new PostgresExtracts(database, (zone, entry) -> {}, log, built.clock)
                        .withoutBasis(built.recorded.get(0).id(), Instant.EPOCH));
    }

    private static Set<String> pseudonyms(List<PersonKey> persons) {
        return Set.copyOf(persons.stream().map(ExtractWorld::pseudonymOf).toList());
    }

    /** How many rows of content there are. */
    private List<String> stored() {
        return Stream.of("subject", "pupil", "result")
                .map(table -> copy.ask("select count(*) from delivery." + table))
                .toList();
    }

    private static List<Pgn> numbers() {
        Random random = new Random(SEED);
        List<Pgn> numbers = new ArrayList<>();
        while (numbers.size() < PUPILS) {
            Pgn.parse(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }
}
