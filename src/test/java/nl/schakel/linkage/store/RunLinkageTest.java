package nl.schakel.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schakel.audit.AuditRefused;
import nl.schakel.linkage.Outcome;
import nl.schakel.linkage.Run;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.samples.PlainTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run says of each person, and of whom it says nothing. */
class RunLinkageTest extends RunLinkageWorld {
    @Test
    void links_who_is_registered_and_catches_another_childs_number() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        Map<PersonKey, String> expected = new HashMap<>();
        Object[][] table = {
            {Sex.GIRL, 2012, Sex.GIRL, 2012, "LINKED NUMBER_VERIFIED"},
            {Sex.GIRL, 2012, Sex.GIRL, 2011, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {Sex.GIRL, 2012, Sex.BOY, 2012, "CONFLICT NUMBER_SEX_DIFFERS"},
            {Sex.GIRL, 2012, Sex.BOY, 2010, "CONFLICT NUMBER_BOTH_DIFFER"},
            {null, 2012, Sex.BOY, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {Sex.BOY, null, Sex.BOY, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {null, 2012, Sex.BOY, 2011, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {null, null, Sex.BOY, 2012, "LINKED NUMBER_UNVERIFIED"},
            {Sex.BOY, 2012, null, null, "UNLINKED NONE"},
        };
        for (int i = 0; i < table.length; i++) {
            Pgn number = number(i);
            PersonKey person = person(number);
            pupil(delivery, person, token(number, table[i][0]), token(number, table[i][1]));
            if (table[i][2] != null || table[i][3] != null) {
                registered(person, token(number, table[i][2]), token(number, table[i][3]));
            }
            expected.put(person, (String) table[i][4]);
        }
        Run run = run(OPERATOR);
        assertThat(outcomes(run)).containsAllEntriesOf(expected);
        assertThat(run.report().all().of(Outcome.CONFLICT)).isGreaterThanOrEqualTo(4);
        assertThat(run.report().breakdowns().get("sex")).containsKey("1");
        assertThat(run.report().breakdowns().get("grade")).containsKey("5");
        assertThat(run.report().breakdowns().get("part")).containsKey("PUPILS");
        assertThat(logged).as("one operation for the whole run").containsExactly((int)
                run.report().all().total());
        assertThat(entries).hasSize(1);
        assertThat(ask("select state from delivery.delivery where id = '" + delivery + "'"))
                .isEqualTo("LINKED");
        assertThat(ask("select manifest from linkage.run where id = '" + run.id() + "'"))
                .contains("\"NUMBER_VERIFIED\"", "\"referentiedatum\": \"2022-02-01\"");
    }

    @Test
    void one_contradiction_in_any_delivery_is_a_conflict() throws Exception {
        register();
        UUID second = UUID.randomUUID();
        deliver(delivery, "APPROVED");
        deliver(second, "LINKED");
        Pgn number = number(100);
        PersonKey person = person(number);
        pupil(delivery, person, sex(number, Sex.GIRL), born(number, 2012));
        pupil(second, person, sex(number, Sex.GIRL), born(number, 2010));
        registered(person, sex(number, Sex.GIRL), born(number, 2012));
        assertThat(outcomes(run(OPERATOR))).containsEntry(person, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS");
    }

    /** Tokens of attributes are computed with the keys of one series: across two they say nothing, within each they do. */
    @Test
    void rows_of_two_series_of_keys_neither_agree_nor_contradict_each_other() throws Exception {
        register();
        UUID again = UUID.randomUUID();
        deliver(delivery, "LINKED");
        deliver(again, "APPROVED");
        PlainTokens earlier = new PlainTokens(UUID.randomUUID().toString());
        Map<PersonKey, String> expected = new HashMap<>();
        Object[][] table = {
            // born as delivered before, delivered again, registered before, registered now
            {2012, null, null, 2012, "LINKED NUMBER_UNVERIFIED"},
            {2011, null, null, 2012, "LINKED NUMBER_UNVERIFIED"},
            {2012, 2012, null, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2011, 2012, null, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2012, 2011, null, 2012, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {2012, null, 2012, null, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2012, null, 2011, null, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {null, 2011, 2012, null, "LINKED NUMBER_UNVERIFIED"},
        };
        for (int i = 0; i < table.length; i++) {
            Pgn number = number(700 + i);
            PersonKey person = person(number);
            pupil(delivery, person, null, born(earlier, number, table[i][0]));
            update("update delivery.pupil_token set earlier_tokens = true where delivery_id = ?", delivery);
            pupil(again, person, null, born(tokens, number, table[i][1]));
            boolean seen = table[i][3] != null;
            registered(person, null, born(seen ? tokens : earlier, number, table[i][seen ? 3 : 2]));
            update("update register.person_token set earlier_tokens = ? where p = ?", !seen, person.bytes());
            expected.put(person, (String) table[i][4]);
        }
        assertThat(outcomes(run(OPERATOR))).containsAllEntriesOf(expected);
    }

    /** A pupil delivered under two numbers, of which the register knows one; scoped tokens of the two say nothing together. */
    @Test
    void a_changed_number_is_one_person_compared_under_each_number_and_stays_so_after_the_run() throws Exception {
        register();
        UUID second = UUID.randomUUID();
        deliver(delivery, "APPROVED");
        deliver(second, "APPROVED");
        Pgn before = number(600);
        Pgn after = number(601);
        PersonKey person = pupil(delivery, person(before), sex(before, Sex.GIRL), born(before, 2012));
        PersonKey same = pupil(second, person(after), sex(after, Sex.GIRL), born(after, 2012));
        registered(same, sex(after, Sex.GIRL), born(after, 2012));
        PersonKey objecting = person(number(602));
        PersonKey objected = pupil(second, person(number(603)), null, null);
        update(
                "insert into consent.objection values (gen_random_uuid(), '99YY', ?, '2022-02-01', '2022-02-01')",
                objecting.bytes());
        change(person, same);
        change(objected, objecting);
        Run run = run(OPERATOR);
        assertThat(outcomes(run))
                .containsEntry(person, "LINKED NUMBER_VERIFIED")
                .doesNotContainKeys(same, objecting, objected);
        assertThat(ask("select count(*) from pseudonym.number_change where settled_at is null"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from delivery.subject where delivery_id = '" + second + "'"))
                .as("content of who objects under another number is erased")
                .isEqualTo("1");
        assertThat(entries.get(0).details()).containsEntry("erasedRows", 1L);
    }

    @Test
    void leaves_out_whose_parents_object_and_counts_them() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        Pgn number = number(400);
        PersonKey person = pupil(delivery, person(number), sex(number, Sex.BOY), born(number, 2012));
        registered(person, sex(number, Sex.BOY), born(number, 2012));
        PersonKey later = pupil(delivery, person(number(401)), null, null);
        update(
                "insert into consent.objection values (gen_random_uuid(), '99ZZ', ?, '2022-02-01', '2022-02-01')",
                person.bytes());
        update(
                "insert into consent.objection values (gen_random_uuid(), '99ZZ', ?, '2023-02-01', '2022-02-01')",
                later.bytes());
        Run run = run(OPERATOR);
        assertThat(outcomes(run)).doesNotContainKey(person).containsKey(later);
        assertThat(run.objected()).isEqualTo(1);
    }

    @Test
    void turns_away_everybody_but_an_operator() {
        assertThat(catchThrowable(() -> run(RESEARCHER))).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void the_linker_reads_no_content() {
        for (String table : List.of(
                "delivery.pupil", "delivery.result", "delivery.social_result", "register.person", "register.advice")) {
            assertThat(catchThrowable(() -> {
                        try (Connection connection = TestPostgres.connect("schakel_link");
                                PreparedStatement query =
                                        connection.prepareStatement("select count(*) from " + table)) {
                            query.execute();
                        }
                    }))
                    .as(table)
                    .isInstanceOf(SQLException.class);
        }
    }

    private @Nullable Token token(Pgn number, @Nullable Object value) {
        return value instanceof Sex sex ? sex(number, sex) : value instanceof Integer year ? born(number, year) : null;
    }

    private static @Nullable Token born(PlainTokens series, Pgn number, @Nullable Object year) {
        return year instanceof Integer known
                ? series.birthDate(number, new BirthDate(LocalDate.of(known, 6, 21)))
                : null;
    }

    private static void change(PersonKey before, PersonKey after) {
        update(
                "insert into pseudonym.number_change (id, brin, old_p, new_p, keeps_new, from_day, recorded_at, recorded_by)"
                        + " values (gen_random_uuid(), '99ZZ', ?, ?, false, '2022-02-01', '2022-02-01', gen_random_uuid())",
                before.bytes(),
                after.bytes());
        update(
                "insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)",
                after.bytes(),
                before.bytes());
    }
}
