package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.KeyChanges.Unseen;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.register.store.PostgresRegisters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of series that are committed, in a database of their own; tokens are random, as the store needs no keys. */
class CommittedChangeTest {
    private static final long SEED = 20261124;
    private static final int PERSONS = 300;
    private static final KeySeries SECOND = new KeySeries(1, 1, 2, 2);
    private static final UUID DELIVERY = UUID.randomUUID();
    private static final SeriesInForce BEGINNING = SeriesInForce.beginning(1);

    private final Random random = new Random(SEED);
    private final List<Pair> numbers = pairs();
    private final List<Pair> locals = pairs();
    private final List<Pair> rins = pairs();

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    /** The token of one identifier under both series. */
    private record Pair(Token old, Token now) {
        Token both() {
            return now.foundBy(old);
        }
    }

    private List<Pair> pairs() {
        return IntStream.range(0, PERSONS)
                .mapToObj(i -> new Pair(token(1), token(2)))
                .toList();
    }

    private Token token(int generation) {
        byte[] token = new byte[Token.LENGTH];
        random.nextBytes(token);
        return Token.of(token, generation);
    }

    @BeforeEach
    void copy_the_database() throws SQLException {
        copy = new CopiedDatabase();
    }

    @AfterEach
    void drop_it() throws SQLException {
        copy.close();
    }

    @Test
    void opening_and_closing_that_were_killed_before_the_commit_leave_everything_as_it_was() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        deliverTokens(persons);
        List<String> before = stored();
        assertThat(before).anyMatch(row -> row.startsWith("delivered ")).anyMatch(row -> row.startsWith("rin "));
        StoppedProcess.killed(ChangingProcess.class, copy.url(), "2");
        assertThat(stored()).isEqualTo(before);
        assertThat(series()).isEqualTo(BEGINNING);
        assertThat(admit(Pair::old)).as("seed %d", SEED).isEqualTo(persons);
        open();
        List<String> opened = stored();
        Unseen unseen = unseen();
        StoppedProcess.killed(ChangingProcess.class, copy.url(), "0");
        assertThat(stored()).isEqualTo(opened);
        assertThat(unseen()).isEqualTo(unseen);
        assertThat(series()).isEqualTo(new SeriesInForce(SECOND, Optional.of(KeySeries.beginning(1))));
        assertThat(admit(Pair::both)).isEqualTo(persons);
    }

    @Test
    void closing_empties_what_was_made_with_the_earlier_keys_and_was_not_seen_again() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        deliverTokens(persons);
        open();
        List<Admission> seen = admissions(Pair::both).subList(0, 1);
        committed(database -> people(database).admit(Zone.LINK, seen));
        assertThat(tokens("delivery.pupil_token", "local")).containsExactly("now set set", "old set set");
        assertThat(tokens("register.person_token", "null::bytea")).containsExactly("- set set", "- set set");
        close();
        assertThat(tokens("delivery.pupil_token", "local")).containsExactly("- - -", "now - -");
        assertThat(tokens("register.person_token", "null::bytea")).containsExactly("- - -", "- - -");
    }

    /** Two pupils of a delivery and of a register with scoped tokens, and a RINPERSOON each. */
    private void deliverTokens(List<PersonKey> persons) throws Exception {
        for (int i = 0; i < 2; i++) {
            byte[] local = locals.get(i).old().bytes();
            byte[] rin = rins.get(i).old().bytes();
            byte[] person = persons.get(i).bytes();
            copy.write(
                    "insert into delivery.pupil_token (delivery_id, pupil_no, local, sex_token, birth_token)"
                            + " values ('" + DELIVERY + "', " + i + ", ?, '\\x01', '\\x02')",
                    local);
            copy.write(
                    "insert into register.person_token (delivery_id, p, sex_token, birth_token)" + " values ('"
                            + DELIVERY + "', ?, '\\x03', '\\x04')",
                    person);
            copy.write("insert into pseudonym.rin (token, p) values (?, ?)", rin, person);
        }
    }

    /** For each row: whether its local token is an old or a new one, and whether the others are there. */
    private List<String> tokens(String table, String local) throws Exception {
        String kind =
                "select case when " + local + " is null then '-' when " + local + " = any (?) then 'old' else 'now' end"
                        + " || case when sex_token is null then ' -' else ' set' end"
                        + " || case when birth_token is null then ' -' else ' set' end from " + table
                        + " where delivery_id = ?";
        byte[][] old = {locals.get(0).old().bytes(), locals.get(1).old().bytes()};
        return committed(database -> statements(database).list(kind, row -> row.getString(1), old, DELIVERY)).stream()
                .sorted()
                .toList();
    }

    @Test
    void every_table_and_index_with_keyed_values_gets_another_file_when_it_opens_and_when_it_closes() throws Exception {
        admit(Pair::old);
        Map<String, String> before = files();
        open();
        Map<String, String> opened = files();
        assertOtherFiles(before, opened);
        admit(Pair::both);
        close();
        Map<String, String> closed = files();
        // what was empty when the change opened holds nothing of the earlier series
        opened.keySet().removeIf(one -> one.startsWith("pseudonym.local_pupil") || one.startsWith("pseudonym.rin"));
        assertOtherFiles(opened, closed);
    }

    private static void assertOtherFiles(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(before).isNotEmpty().allSatisfy((relation, file) -> assertThat(after.get(relation))
                .as(relation)
                .isNotEqualTo(file));
    }

    @Test
    void a_rin_found_by_its_earlier_token_keeps_its_person_and_one_not_seen_is_lost() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        long conflicts = committed(database -> registers(database).bridge(tokens(rins, Pair::old), persons));
        assertThat(conflicts).isZero();
        open();
        long unseen = unseen().rins();
        assertThat(unseen).isGreaterThanOrEqualTo(PERSONS);
        List<Pair> seen = rins.subList(1, PERSONS);
        List<Optional<PersonKey>> found =
                committed(database -> registers(database).persons(tokens(seen, Pair::both)));
        assertThat(found)
                .isEqualTo(
                        persons.subList(1, PERSONS).stream().map(Optional::of).toList());
        assertThat(close().rins()).isEqualTo(unseen - (PERSONS - 1));
        List<Optional<PersonKey>> after =
                committed(database -> registers(database).persons(tokens(rins, Pair::now)));
        assertThat(after.get(0)).isEmpty();
        assertThat(after.subList(1, PERSONS))
                .isEqualTo(
                        persons.subList(1, PERSONS).stream().map(Optional::of).toList());
    }

    @Test
    void unseen_persons_with_a_decision_are_counted_and_lost_ones_leave_no_more() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        open();
        Unseen before = unseen();
        committed(database ->
                people(database).admit(Zone.LINK, admissions(Pair::both).subList(5, PERSONS)));
        superuser(
                "insert into consent.objection values (gen_random_uuid(), '99ZZ', ?, 'yesterday', 'yesterday')",
                persons,
                0);
        superuser(decision("REFUSED"), persons, 1);
        superuser(decision("GRANTED"), persons, 2);
        superuser("insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)", persons, 3, 4);
        Unseen after = unseen();
        assertThat(after.persons()).isEqualTo(before.persons() - (PERSONS - 5) - 1);
        assertThat(after.decided()).isEqualTo(before.decided() + 2);
        assertThat(after.former()).isEqualTo(before.former() + 1);
        assertThat(leftOut()).contains(persons.get(0)).doesNotContainAnyElementsOf(persons.subList(1, PERSONS));
        assertThat(close()).isEqualTo(after);
        assertThat(leftOut())
                .contains(persons.get(0), persons.get(1), persons.get(2), persons.get(4))
                .doesNotContain(persons.get(3))
                .doesNotContainAnyElementsOf(persons.subList(5, PERSONS));
    }

    @Test
    void a_person_of_whom_either_number_was_seen_again_is_not_lost() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        superuser("insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)", persons, 0, 1);
        superuser("insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)", persons, 2, 3);
        open();
        List<Admission> seen = admissions(Pair::both);
        committed(database -> people(database).admit(Zone.LINK, List.of(seen.get(0), seen.get(3))));
        close();
        assertThat(leftOut()).contains(persons.get(4)).doesNotContainAnyElementsOf(persons.subList(0, 4));
    }

    private static String decision(String choice) {
        return "insert into consent.decision values (gen_random_uuid(), '99ZZ', ?, '" + choice
                + "', 'PUPIL', 'sociaal-emotioneel', '*', '1', 'FORM', 'yesterday', 'yesterday')";
    }

    private void superuser(String sql, List<PersonKey> persons, int... which) throws Exception {
        copy.write(
                sql, IntStream.of(which).mapToObj(i -> persons.get(i).bytes()).toArray());
    }

    private List<PersonKey> leftOut() throws Exception {
        return committed(database -> statements(database)
                .list("select o.p from consent.objected_at(now()) as o (p)", row -> PersonKey.of(row.getBytes(1))));
    }

    @Test
    void two_uploads_that_see_the_same_persons_again_at_once_find_them_once() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        open();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<PersonKey>> one = threads.submit(() -> committed(database -> {
                List<PersonKey> found = people(database).admit(Zone.LINK, admissions(Pair::both));
                first.countDown();
                waiting.await();
                return found;
            }));
            first.await();
            Future<List<PersonKey>> other = threads.submit(() -> admit(Pair::both));
            awaitWaiting();
            waiting.countDown();
            assertThat(one.get()).as("seed %d", SEED).isEqualTo(persons);
            assertThat(other.get()).isEqualTo(persons);
        } finally {
            waiting.countDown();
            threads.shutdown();
        }
        Object present = numbers.stream().map(pair -> pair.now().bytes()).toArray(byte[][]::new);
        long known = committed(database ->
                statements(database).number("select count(*) from pseudonym.person where lp = any (?)", present));
        assertThat(known).isEqualTo(PERSONS);
    }

    @Test
    void of_two_transactions_that_meet_crosswise_one_is_refused_and_may_be_sent_again() throws Exception {
        List<PersonKey> persons = admit(Pair::old);
        committed(database -> registers(database).bridge(tokens(rins, Pair::old), persons));
        open();
        assertOneRefused((database, one) ->
                people(database).admit(Zone.LINK, admissions(Pair::both).subList(one, one + 1)));
        assertOneRefused((database, one) ->
                registers(database).persons(tokens(rins, Pair::both).subList(one, one + 1)));
        assertThat(admit(Pair::both)).as("seed %d", SEED).isEqualTo(persons);
    }

    /** Each transaction uses one person, and when both did, that of the other. */
    private void assertOneRefused(BiConsumer<Database, Integer> use) throws Exception {
        CyclicBarrier met = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = IntStream.range(0, 2)
                    .mapToObj(one -> threads.submit(() -> refused(database -> {
                        use.accept(database, one);
                        met.await(1, TimeUnit.MINUTES);
                        use.accept(database, 1 - one);
                        return one;
                    })))
                    .toList();
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
    }

    private boolean refused(TestDatabase.Work<Integer> work) throws Exception {
        try {
            committed(work);
            return false;
        } catch (DatabaseFailure e) {
            assertThat(e.isTransient()).isTrue();
            return true;
        }
    }

    private void awaitWaiting() throws Exception {
        long waiting = 0;
        while (waiting == 0) {
            waiting = committed(database -> statements(database)
                    .one(
                            "select pg_sleep(0.02), (select count(*) from pg_locks where not granted)",
                            row -> row.getLong(2)));
        }
    }

    private void open() throws Exception {
        committed(database -> new PostgresKeyChanges(database).open(SECOND, ChangingProcess.NOW));
    }

    private Unseen close() throws Exception {
        return committed(database -> new PostgresKeyChanges(database).close(ChangingProcess.NOW));
    }

    private Unseen unseen() throws Exception {
        return committed(database -> new PostgresKeyChanges(database).unseen(ChangingProcess.NOW));
    }

    private SeriesInForce series() throws Exception {
        return committed(database -> new PostgresKeyChanges(database).inForce());
    }

    private Map<String, String> files() throws Exception {
        return committed(database -> RotationWorld.files(statements(database)));
    }

    private List<PersonKey> admit(Function<Pair, Token> value) throws Exception {
        return committed(database -> people(database).admit(Zone.LINK, admissions(value)));
    }

    private List<Admission> admissions(Function<Pair, Token> value) {
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            admissions.add(Admission.byBoth(value.apply(numbers.get(i)), value.apply(locals.get(i))));
        }
        return admissions;
    }

    private static List<Token> tokens(List<Pair> pairs, Function<Pair, Token> value) {
        return pairs.stream().map(value).toList();
    }

    private static PostgresPeople people(Database database) {
        return new PostgresPeople(database, () -> 0);
    }

    private static PostgresRegisters registers(Database database) {
        return new PostgresRegisters(database, (zone, entry) -> {});
    }

    private static Statements statements(Database database) {
        return database.statements(Zone.LINK);
    }

    private List<String> stored() throws Exception {
        return committed(database -> statements(database)
                .list(
                        "select 'person ' || p::text || coalesce(lp::text, '') || coalesce(generation, 0)"
                                + " from pseudonym.person"
                                + " union all select 'local ' || token::text || p::text from pseudonym.local_pupil"
                                + " union all select 'number ' || lp::text || p::text from pseudonym.earlier_number"
                                + " union all select 'earlier ' || token::text || p::text from pseudonym.earlier_local"
                                + " union all select 'rin ' || token::text || p::text from pseudonym.rin"
                                + " union all select 'earlier rin ' || token::text || p::text from pseudonym.earlier_rin"
                                + " union all select 'delivered ' || t::text from delivery.pupil_token t"
                                + " union all select 'registered ' || t::text from register.person_token t"
                                + " union all select 'series ' || s::text from pseudonym.series s"
                                + " order by 1",
                        row -> row.getString(1)));
    }

    private <T> T committed(TestDatabase.Work<T> work) throws Exception {
        return copy.committed(Zone.LINK, null, work);
    }
}
