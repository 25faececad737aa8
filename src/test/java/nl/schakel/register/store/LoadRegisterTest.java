package nl.schakel.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.register.FileLoading;
import nl.schakel.register.LoadRegister;
import nl.schakel.register.RegisterDelivery;
import nl.schakel.register.RegisterUpload;
import nl.schakel.register.format.ManifestJson;
import nl.schakel.register.format.RegisterCsv;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.PlainTokens;
import org.junit.jupiter.api.Test;

class LoadRegisterTest {
    private static final String BRIDGE =
            """
            PGN;RINPERSOONS;RINPERSOON;GESLACHT;GEBOORTEDATUM
            123456782;R;A00000001;2;2012-06-21
            111222333;R;A00000002;1;2011-01-02
            """;
    private static final String ENROLMENT =
            """
            PGN;WPOBRIN;WPOBRINVEST;WPOTYPEPO;WPOLEERJAAR;WPOADVIESVO;WPOUITSLEINDT
            123456782;99ZZ;00;BO; 8;60;540
            111222333;99ZZ;00;BO;5;;
            """;
    private static final String PERSON =
            """
            RINPERSOONS;RINPERSOON;GBAGESLACHT;GBAGEBOORTEJAAR;GBAGENERATIE
            R;A00000001;2;2012;0
            R;A00000002;1;2011;-
            R;A00000003;1;2010;1
            """;
    private static final Actor OPERATOR =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
    private static final Actor RESEARCHER =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.RESEARCHER), Optional.empty());

    private final String salt = UUID.randomUUID().toString();
    private final List<AuditEntry> entries = new ArrayList<>();
    private final AtomicLong subjects = new AtomicLong();
    private final AtomicLong operations = new AtomicLong();
    private final List<String[]> parts = new ArrayList<>();
    private String date = "2019-10-01";

    private LoadRegister loader() {
        Database database = TestPostgres.database(null);
        PostgresRegisters registers = new PostgresRegisters(database, (zone, entry) -> entries.add(entry));
        Clock clock = Clock.fixed(Instant.parse("2022-03-01T12:00:00Z"), ZoneOffset.UTC);
        FileLoading loading = new FileLoading(
                new RegisterCsv(),
                registers,
                new PlainTokens(salt),
                new AdmittedPeople(database),
                new CollectedLog((zone, processing, people) -> {
                    operations.incrementAndGet();
                    return subjects.addAndGet(people.size());
                }));
        return new LoadRegister(new ManifestJson(), loading, registers, clock);
    }

    private LoadRegister.Loaded load(Actor actor) throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> loader().load(actor, upload()));
    }

    private String refusal() {
        Throwable thrown = catchThrowable(() -> load(OPERATOR));
        assertThat(thrown).isInstanceOf(Refusal.class);
        return ((Refusal) thrown).slug();
    }

    private void file(String type, String text) throws Exception {
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        file(type, text, text.lines().count() - 1, HexFormat.of().formatHex(sha));
    }

    private void file(String type, String text, long rows, String sha) {
        parts.add(new String[] {
            type + ".csv",
            text,
            "{\"naam\": \"" + type + ".csv\", \"type\": \"" + type + "\", \"rijen\": " + rows + ", \"sha256\": \"" + sha
                    + "\"}"
        });
    }

    private RegisterUpload upload() {
        String manifest = "{\"referentiedatum\": \"" + date + "\", \"bestanden\": ["
                + String.join(",", parts.stream().map(part -> part[2]).toList()) + "]}";
        List<String[]> all = new ArrayList<>();
        all.add(new String[] {"manifest", manifest});
        all.addAll(parts);
        Iterator<String[]> iterator = all.iterator();
        return () -> iterator.hasNext()
                ? Optional.of(iterator.next())
                        .map(part -> new RegisterUpload.UploadPart(
                                part[0], new ByteArrayInputStream(part[1].getBytes(StandardCharsets.UTF_8))))
                : Optional.empty();
    }

    private void three() throws Exception {
        file("KOPPELTABEL", BRIDGE);
        file("INSCHRWPOTAB", ENROLMENT);
        file("GBAPERSOONTAB", PERSON);
    }

    private static String ask(String sql) {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void loads_files_keyed_by_number_and_by_rinpersoon_and_closes_the_sum() throws Exception {
        three();
        RegisterDelivery delivery = load(OPERATOR).delivery();
        String where = " where delivery_id = '" + delivery.id() + "'";
        assertThat(ask("select count(*) from register.person_token" + where)).isEqualTo("2");
        assertThat(ask("select string_agg(grade::text || school_year, ',' order by grade) from register.enrolment"
                        + where))
                .isEqualTo("52019,82019");
        assertThat(ask("select string_agg(advice || end_score, ',') from register.advice" + where))
                .isEqualTo("60540");
        assertThat(ask("select string_agg(birth_year || coalesce(generation::text, '?'), ',' order by birth_year)"
                        + " from register.person" + where))
                .isEqualTo("2011?,20120");
        assertThat(ask("select count(distinct t.p) from register.person_token t join register.person using (p,"
                        + " delivery_id) join register.enrolment using (p, delivery_id)" + where))
                .isEqualTo("2");
        assertThat(delivery.files())
                .extracting(RegisterDelivery.LoadedFile::unknown)
                .containsExactly(0L, 0L, 1L);
        assertThat(entries).hasSize(1);
        assertThat(operations.get()).as("one for all files").isOne();
        assertThat(subjects.get())
                .as("a line for every row, by number or by RINPERSOON, whose person is known")
                .isEqualTo(2 + 2 + 2);
    }

    @Test
    void answers_the_same_files_with_the_delivery_that_holds_them() throws Exception {
        three();
        RegisterDelivery first = load(OPERATOR).delivery();
        LoadRegister.Loaded again = load(OPERATOR);
        assertThat(again.repeated()).isTrue();
        assertThat(again.delivery().id()).isEqualTo(first.id());
        assertThat(ask("select count(*) from register.person where delivery_id = '" + first.id() + "'"))
                .isEqualTo("2");
    }

    @Test
    void keeps_an_earlier_reference_date_beside_a_later_one() throws Exception {
        three();
        RegisterDelivery first = load(OPERATOR).delivery();
        date = "2020-10-01";
        RegisterDelivery second = load(OPERATOR).delivery();
        assertThat(ask("select count(distinct delivery_id) from register.person where delivery_id in ('" + first.id()
                        + "', '" + second.id() + "')"))
                .isEqualTo("2");
        assertThat(ask("select count(distinct p) from register.person where delivery_id in ('" + first.id() + "', '"
                        + second.id() + "')"))
                .isEqualTo("2");
    }

    @Test
    void stores_nothing_where_the_last_file_is_wrong() throws Exception {
        file("KOPPELTABEL", BRIDGE);
        file("GBAPERSOONTAB", PERSON.replace(";2012;", ";x;"));
        String before = ask("select count(*) from register.person_token");
        assertThat(refusal()).isEqualTo("registerbestand-onjuist");
        assertThat(ask("select count(*) from register.person_token")).isEqualTo(before);
        assertThat(entries).isEmpty();
    }

    @Test
    void refuses_another_count_another_digest_and_double_persons() throws Exception {
        file("KOPPELTABEL", BRIDGE, 3, "ab".repeat(32));
        assertThat(refusal()).isEqualTo("bestand-beschadigd");
        parts.clear();
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(BRIDGE.getBytes(StandardCharsets.UTF_8));
        file("KOPPELTABEL", BRIDGE, 3, HexFormat.of().formatHex(sha));
        assertThat(refusal()).isEqualTo("aantal-rijen-anders");
        parts.clear();
        file("KOPPELTABEL", BRIDGE + "123456782;R;A00000009;2;2012-06-21\n");
        assertThat(refusal()).isEqualTo("personen-dubbel");
    }

    @Test
    void refuses_files_that_differ_from_the_manifest() throws Exception {
        file("KOPPELTABEL", BRIDGE);
        parts.get(0)[0] = "iets-anders.csv";
        assertThat(refusal()).isEqualTo("bestanden-anders-dan-manifest");
        parts.clear();
        file("KOPPELTABEL", BRIDGE);
        parts.add(new String[] {"extra.csv", "", parts.get(0)[2].replace("KOPPELTABEL", "INSCHRWPOTAB")});
        assertThat(refusal()).isEqualTo("bestanden-anders-dan-manifest");
    }

    @Test
    void refuses_a_manifest_without_the_bridge_first_with_a_type_twice_or_a_day_to_come() throws Exception {
        file("GBAPERSOONTAB", PERSON);
        assertThat(refusal()).isEqualTo("manifest-onjuist");
        file("KOPPELTABEL", BRIDGE);
        assertThat(refusal()).isEqualTo("manifest-onjuist");
        parts.clear();
        file("KOPPELTABEL", BRIDGE);
        file("KOPPELTABEL", BRIDGE);
        assertThat(refusal()).isEqualTo("manifest-onjuist");
        parts.clear();
        file("KOPPELTABEL", BRIDGE);
        date = "2022-03-02";
        assertThat(refusal()).isEqualTo("manifest-onjuist");
    }

    @Test
    void turns_away_everybody_but_an_operator() throws Exception {
        three();
        assertThat(catchThrowable(() -> load(RESEARCHER))).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void keeps_numbers_and_rinpersoon_out_of_every_table() throws Exception {
        three();
        load(OPERATOR);
        for (String table : List.of("person_token", "enrolment", "advice", "person", "delivery", "file")) {
            String all = ask("select coalesce(string_agg(t::text, ' '), '') from register." + table + " t");
            assertThat(all).doesNotContain("123456782", "111222333", "A00000001", "313233343536373832", "2012-06-21");
        }
    }
}
