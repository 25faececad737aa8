package nl.schakel.pseudonym.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.jspecify.annotations.Nullable;

/** Persons with every kind of keyed value. */
final class RotationWorld {
    static final int PERSONS = 1_500;
    private static final SchoolSite SITE = new SchoolSite(new Brin("99ZZ"), "00");

    private final UUID delivery = UUID.randomUUID();
    private final Database database = TestPostgres.database("99ZZ");
    private final List<Pgn> numbers = new ArrayList<>();

    RotationWorld(long seed) {
        Random random = new Random(seed);
        while (numbers.size() < PERSONS) {
            Pgn.parse(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)))
                    .ifPresent(numbers::add);
        }
    }

    Database database() {
        return database;
    }

    private Statements statements() {
        return database.statements(Zone.LINK);
    }

    /** Persons known by number and local key, a third by local key only; in the running transaction of zone LINK. */
    List<PersonKey> admit(Pseudonymizer keys) {
        List<Token> linkage = keys.linkage(numbers);
        List<Admission> admissions = IntStream.range(0, PERSONS)
                .mapToObj(i -> i % 3 == 0
                        ? Admission.byLocalKey(local(keys, i))
                        : Admission.byBoth(linkage.get(i), local(keys, i)))
                .toList();
        return new PostgresPeople(database, keys).admit(Zone.LINK, admissions);
    }

    /** Commits tokens of pupils, which only a school can write; {@link #forget} takes them away. */
    void deliver(Pseudonymizer keys) throws Exception {
        String copy = "copy delivery.pupil_token (delivery_id, pupil_no, local, sex_token, birth_token)";
        TestPostgres.inTransaction(
                Zone.SCHOOL,
                () -> copy(Zone.SCHOOL, copy, (rows, i) -> rows.row(5)
                        .uuid(delivery)
                        .int4(i)
                        .bytes(local(keys, i).bytes())
                        .bytes(sex(keys, i))
                        .bytes(birth(keys, i))));
    }

    void forget() throws SQLException {
        String sql = "delete from delivery.pupil_token where delivery_id = ?";
        try (Connection owner = TestPostgres.superuser();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setObject(1, delivery);
            statement.executeUpdate();
        }
    }

    /** Stores tokens of the register and of RINPERSOON, in the running transaction of zone LINK. */
    void register(Pseudonymizer keys, List<PersonKey> persons) {
        String tokens = "copy register.person_token (delivery_id, p, sex_token, birth_token)";
        copy(Zone.LINK, tokens, (rows, i) -> rows.row(4)
                .uuid(delivery)
                .bytes(persons.get(i).bytes())
                .bytes(sex(keys, i))
                .bytes(birth(keys, i)));
        copy(Zone.LINK, "copy pseudonym.rin (token, p)", (rows, i) -> rows.row(2)
                .bytes(rin(keys, i))
                .bytes(persons.get(i).bytes()));
    }

    private interface Row {
        void write(CopyIn rows, int pupil);
    }

    private long copy(Zone zone, String sql, Row row) {
        try (CopyIn copy = database.copyIn(zone, sql + " from stdin (format binary)")) {
            IntStream.range(0, PERSONS).forEach(i -> row.write(copy, i));
            return copy.finish();
        }
    }

    /** Every keyed value that should be stored but the linkage pseudonyms. */
    Set<String> expected(Pseudonymizer keys) {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < PERSONS; i++) {
            String both = hex(sex(keys, i)) + " " + hex(birth(keys, i));
            expected.add("delivery " + i + " " + hex(local(keys, i).bytes()) + " " + both);
            expected.add("register " + both);
            expected.add("rin " + hex(rin(keys, i)));
        }
        return expected;
    }

    /** The same as it is stored. */
    Set<String> stored() {
        String both = "coalesce(encode(sex_token, 'hex'), '-') || ' ' || coalesce(encode(birth_token, 'hex'), '-')";
        String sql = "select 'delivery ' || pupil_no || ' ' || encode(local, 'hex') || ' ' || " + both
                + " from delivery.pupil_token where delivery_id = ?"
                + " union all select 'register ' || " + both + " from register.person_token where delivery_id = ?"
                + " union all select 'rin ' || encode(token, 'hex') from pseudonym.rin where p in"
                + " (select p from register.person_token where delivery_id = ?)";
        return new TreeSet<>(statements().list(sql, row -> row.getString(1), delivery, delivery, delivery));
    }

    /** The local tokens that the delivery should have. */
    Set<String> expectedLocals(Pseudonymizer keys) {
        Set<String> expected = new TreeSet<>();
        IntStream.range(0, PERSONS)
                .forEach(i -> expected.add(i + " " + hex(local(keys, i).bytes()) + " - -"));
        return expected;
    }

    /** The local tokens of the delivery, with what is left of the others. */
    Set<String> delivered() {
        String sql = "select pupil_no || ' ' || coalesce(encode(local, 'hex'), '-') || ' '"
                + " || coalesce(encode(sex_token, 'hex'), '-') || ' ' || coalesce(encode(birth_token, 'hex'), '-')"
                + " from delivery.pupil_token where delivery_id = ?";
        return new TreeSet<>(statements().list(sql, row -> row.getString(1), delivery));
    }

    /** Constraints, indexes, relations, columns and views of the whole database. */
    List<String> catalogue() {
        return statements()
                .list(
                        "select 'c ' || conrelid::regclass::text || ' ' || conname::text || ' ' || pg_get_constraintdef(oid) || convalidated::text"
                                + " from pg_constraint where conrelid > 0"
                                + " union all select 'i ' || pg_get_indexdef(indexrelid) || indisvalid::text || indisprimary::text from pg_index"
                                + " union all select 'r ' || oid::regclass::text || ' ' || relkind::text || relowner::text || ' '"
                                + " || coalesce(relacl::text, '') || relrowsecurity::text || relforcerowsecurity::text || relpersistence::text"
                                + " || coalesce(obj_description(oid, 'pg_class'), '') from pg_class where relkind in ('r', 'v', 'i')"
                                + " union all select 'a ' || attrelid::regclass::text || ' ' || attnum::text || attname::text || atttypid::text || attnotnull::text"
                                + " from pg_attribute join pg_class on pg_class.oid = attrelid and relkind in ('r', 'v')"
                                + " union all select 'v ' || pg_get_viewdef(oid) from pg_class where relkind = 'v'"
                                + " order by 1",
                        row -> row.getString(1));
    }

    /** The file of each table with keyed values and of each index of it. */
    Map<String, String> files() {
        return files(statements());
    }

    static Map<String, String> files(Statements database) {
        Map<String, String> files = new TreeMap<>();
        database.each(
                "select c.oid::regclass, pg_relation_filenode(c.oid) from pseudonym.keyed k join pg_class c"
                        + " on c.oid = k.relation::regclass"
                        + " or c.oid in (select indexrelid from pg_index where indrelid = k.relation::regclass)",
                row -> files.put(row.getString(1), row.getString(2)));
        return files;
    }

    Token localOf(Pseudonymizer keys, int pupil) {
        return local(keys, PERSONS + pupil);
    }

    private static Token local(Pseudonymizer keys, int pupil) {
        return keys.local(SITE, "", new LocalPupilKey("rotation " + pupil));
    }

    private byte @Nullable [] sex(Pseudonymizer keys, int pupil) {
        byte[] value = {'M'};
        return pupil % 4 == 0
                ? null
                : keys.scoped(TokenKind.SEX, numbers.get(pupil), value).bytes();
    }

    private byte @Nullable [] birth(Pseudonymizer keys, int pupil) {
        byte[] value = {'1'};
        return pupil % 5 == 0
                ? null
                : keys.scoped(TokenKind.BIRTH_DATE, numbers.get(pupil), value).bytes();
    }

    private byte[] rin(Pseudonymizer keys, int pupil) {
        byte[] value = (delivery + "/" + pupil).getBytes(StandardCharsets.US_ASCII);
        return keys.token(TokenKind.RIN, value).bytes();
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "-" : HexFormat.of().formatHex(bytes);
    }
}
