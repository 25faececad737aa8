package nl.schakel.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.extract.store.PostgresExtractSource;
import nl.schakel.linkage.RegisterUsed;
import nl.schakel.linkage.Run;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterDeliveryId;
import org.junit.jupiter.api.Test;

/** Which deliveries and registers a run uses, and how long its links hold. */
class RunInputsTest extends RunLinkageWorld {
    @Test
    void leaves_out_deliveries_that_are_not_approved_or_withdrawn() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(200)), null, null);
        UUID received = UUID.randomUUID();
        deliver(received, "RECEIVED");
        PersonKey waiting = pupil(received, person(number(201)), null, null);
        UUID withdrawn = UUID.randomUUID();
        deliver(withdrawn, "WITHDRAWN");
        PersonKey gone = pupil(withdrawn, person(number(202)), null, null);
        assertThat(outcomes(run(OPERATOR))).doesNotContainKeys(waiting, gone);
    }

    @Test
    void the_same_inputs_give_the_same_outcomes_and_the_first_run_stays() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        for (int i = 300; i < 320; i++) {
            Pgn number = number(i);
            PersonKey person = pupil(delivery, person(number), sex(number, Sex.BOY), born(number, 2012));
            if (i % 3 > 0) {
                registered(person, sex(number, Sex.BOY), born(number, i % 5 == 0 ? 2011 : 2012));
            }
        }
        Run first = run(OPERATOR);
        Map<PersonKey, String> before = outcomes(first);
        Run second = run(OPERATOR);
        assertThat(outcomes(second)).isEqualTo(before);
        assertThat(outcomes(first)).isEqualTo(before);
        assertThat(second.report()).isEqualTo(first.report());
        assertThat(ask("select count(*) from linkage.current_link")).isEqualTo(Integer.toString(before.size()));
    }

    @Test
    void a_delivery_approved_during_a_run_takes_no_part_and_stays_approved() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(500)), null, null);
        UUID late = UUID.randomUUID();
        deliver(late, "RECEIVED");
        PersonKey waiting = pupil(late, person(number(501)), null, null);
        meanwhile = () -> update("update delivery.delivery set state = 'APPROVED' where id = ?", late);
        Run run = run(OPERATOR);
        meanwhile = () -> {};
        assertThat(outcomes(run)).doesNotContainKey(waiting);
        assertThat(ask("select state from delivery.delivery where id = '" + late + "'"))
                .isEqualTo("APPROVED");
        assertThat(ask("select state from delivery.delivery where id = '" + delivery + "'"))
                .isEqualTo("LINKED");
        assertThat(deliveries(run)).contains(delivery.toString()).doesNotContain(late.toString());
        Run next = run(OPERATOR);
        assertThat(outcomes(next)).containsKey(waiting);
        assertThat(ask("select state from delivery.delivery where id = '" + late + "'"))
                .isEqualTo("LINKED");
        assertThat(deliveries(next)).contains(delivery.toString(), late.toString());
        assertThat(deliveries(run)).doesNotContain(late.toString());
        assertThat(next.deliveries()).isEqualTo(run.deliveries() + 1);
    }

    @Test
    void a_run_keeps_which_registers_and_school_deliveries_it_used() throws Exception {
        register();
        UUID income = loaded("INHATAB", "2022-01-01");
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(600)), null, null);
        Run run = run(OPERATOR);
        assertThat(run.registers())
                .contains(
                        new RegisterUsed(
                                FileType.KOPPELTABEL, new RegisterDeliveryId(register), LocalDate.of(2022, 2, 1)),
                        new RegisterUsed(FileType.INHATAB, new RegisterDeliveryId(income), LocalDate.of(2022, 1, 1)));
        PostgresRuns runs = new PostgresRuns(database, (zone, entry) -> entries.add(entry));
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> runs.find(run.id())))
                .contains(run);
        assertThat(ask("select manifest from linkage.run where id = '" + run.id() + "'"))
                .contains("\"" + delivery + "\"", "\"" + register + "\"", "\"" + income + "\"", "\"INHATAB\"");
    }

    @Test
    void links_hold_until_a_newer_register_of_any_type_is_loaded_and_again_after_the_next_run() throws Exception {
        register();
        loaded("GBAPERSOONTAB", "2022-01-01");
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(700)), null, null);
        Run first = run(OPERATOR);
        assertThat(inForce()).contains(first.id().value());
        loaded("GBAPERSOONTAB", "2021-01-01");
        assertThat(inForce())
                .as("an older register changes nothing")
                .contains(first.id().value());
        for (String type : List.of("GBAPERSOONTAB", "HOOGSTEOPLTAB", "KOPPELTABEL")) {
            loaded(type, "2022-02-01");
            assertThat(inForce()).as(type).isEmpty();
            Run next = run(OPERATOR);
            assertThat(inForce()).as(type).contains(next.id().value());
        }
    }

    private static String deliveries(Run run) {
        return ask("select string_agg(delivery_id::text, ' ') from linkage.run_delivery where run_id = '" + run.id()
                + "'");
    }

    private Optional<UUID> inForce() throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, () -> new PostgresExtractSource(database).runInForce());
    }

    private UUID loaded(String type, String referenceDate) {
        UUID id = UUID.randomUUID();
        update(
                "insert into register.delivery values (?, ?::date, sha256(?::text::bytea), clock_timestamp(),"
                        + " gen_random_uuid(), 1)",
                id,
                referenceDate,
                id.toString());
        update("insert into register.file values (?, 1, 'f', ?, 0, 0, 0)", id, type);
        return id;
    }
}
