package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.Test;

/** What receiving, approving and withdrawing do, whatever store stands behind it. */
public interface ReceiveDeliveryContract {
    /** A school of its own for each call, with everything it needs. */
    School school();

    /** A school and its use cases. */
    interface School {
        Brin brin();

        Decided decided();

        List<InRelease> releases();

        ReceiveDelivery receive();

        ApproveDelivery approve();

        WithdrawDelivery withdraw();

        SeeDeliveries see();

        /** Content rows stored of a delivery. */
        long rows(DeliveryId id);

        /** Runs in one transaction, which a thrown exception rolls back. */
        <T> T transaction(Callable<T> work);

        default Actor actor() {
            return new Actor(new StaffId(new UUID(1, 2)), Set.of(Role.SCHOOL), Optional.of(brin()));
        }

        default Token local(String key) {
            return new PlainTokens("").local(new SchoolSite(brin(), "00"), "", new LocalPupilKey(key));
        }

        default Receipt send(String key, String... lines) {
            return transaction(() -> receive().receive(actor(), upload(key, lines)));
        }

        default Receipt sendBlind(String key, String... lines) {
            Upload direct = upload(key, lines);
            Upload blind = new Upload(
                    direct.bytes(), direct.key(), false, NumberMode.BLIND, Optional.empty(), Optional.empty());
            return transaction(() -> receive().receive(actor(), blind));
        }

        default Receipt check(String... lines) {
            return transaction(
                    () -> receive().receive(actor(), upload("attempt-0", lines).asTrial()));
        }

        private Upload upload(String key, String... lines) {
            String text = String.join("\n", lines).replace("BRIN", brin().value());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Upload(new ByteArrayInputStream(bytes), new IdempotencyKey(key));
        }
    }

    String RESULTS = "UWLR_RESULTS_2_2 BRIN00 2021-2022";
    String PUPILS = "EDEXML_2_1 BRIN00 2021-2022";
    String SOCIAL = "SOCIAL_CSV BRIN00 2021-2022";
    String TEST = "T 0 RW-M5";

    @Test
    default void stores_results_and_closes_the_sum() {
        School school = school();
        Receipt receipt = school.send(
                "attempt-1",
                RESULTS,
                "R a 0 2022-01-20 10",
                "R b 0 2022-01-20 11",
                "F SCORE_FORM",
                "F SCORE_FORM",
                TEST);
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(4, 2, 2, 0, 0, 0));
        assertThat(receipt.delivery().state()).isEqualTo(DeliveryState.RECEIVED);
        assertThat(receipt.delivery().pupils()).isEqualTo(2);
        assertThat(receipt.findings().refused()).isEqualTo(Map.of(DeliveryRule.SCORE_FORM, 2L));
        assertThat(school.rows(receipt.delivery().id())).isEqualTo(2);
    }

    @Test
    default void a_receipt_is_read_back_as_it_was_given() {
        School school = school();
        Receipt given = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "F SCORE_FORM", "F LEVEL_CODE", TEST);
        Receipt read = school.transaction(
                () -> school.see().one(school.actor(), given.delivery().id()));
        assertThat(read.delivery().tally()).isEqualTo(given.delivery().tally());
        assertThat(read.delivery().receipt()).isEqualTo(given.delivery().receipt());
        assertThat(read.findings()).isEqualTo(given.findings());
        assertThat(school.transaction(() -> school.see().newest(school.actor(), 10)))
                .extracting(Delivery::id)
                .containsExactly(given.delivery().id());
    }

    @Test
    default void a_blind_delivery_says_that_it_is_one() {
        School school = school();
        String y = "A".repeat(42) + "Q";
        Receipt blind = school.sendBlind("attempt-1", PUPILS, "P a " + y, "P b -");
        assertThat(blind.delivery().mode()).isEqualTo(NumberMode.BLIND);
        assertThat(blind.delivery().tally()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));
        Receipt read = school.transaction(
                () -> school.see().one(school.actor(), blind.delivery().id()));
        assertThat(read.delivery().mode()).isEqualTo(NumberMode.BLIND);
        assertThat(school.send("attempt-2", PUPILS, "P c -").delivery().mode()).isEqualTo(NumberMode.DIRECT);
    }

    @Test
    default void the_same_y_twice_is_refused_once() {
        School school = school();
        String y = "A".repeat(42) + "Q";
        Receipt blind = school.sendBlind("attempt-1", PUPILS, "P a " + y, "P b " + y);
        assertThat(blind.findings().refused()).isEqualTo(Map.of(DeliveryRule.PGN_TWICE, 1L));
    }

    @Test
    default void a_check_counts_the_same_and_stores_nothing() {
        School school = school();
        String[] file = {RESULTS, "R a 0 2022-01-20 10", "F SCORE_FORM", TEST};
        Receipt checked = school.check(file);
        Receipt sent = school.send("attempt-1", file);
        assertThat(checked.isTrial()).isTrue();
        assertThat(checked.delivery().tally()).isEqualTo(sent.delivery().tally());
        assertThat(checked.findings()).isEqualTo(sent.findings());
        assertThat(school.rows(checked.delivery().id())).isZero();
        assertThat(school.transaction(() -> school.see().newest(school.actor(), 10)))
                .hasSize(1);
    }

    @Test
    default void the_same_file_under_the_same_key_gives_the_same_receipt() {
        School school = school();
        Receipt first = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST);
        Receipt again = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST);
        assertThat(again.repeated()).isTrue();
        assertThat(again.delivery().receipt()).isEqualTo(first.delivery().receipt());
        assertThat(school.rows(first.delivery().id())).isEqualTo(1);
    }

    @Test
    default void another_file_under_the_same_key_is_refused() {
        School school = school();
        Receipt first = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST);
        assertThatThrownBy(() -> school.send("attempt-1", RESULTS, "R a 0 2022-01-20 11", TEST))
                .isInstanceOf(DeliveryRefused.KeyReused.class);
        assertThat(school.rows(first.delivery().id())).isEqualTo(1);
    }

    @Test
    default void a_file_that_breaks_off_leaves_nothing_and_can_be_sent_again() {
        School school = school();
        assertThatThrownBy(() -> school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "BREAK"))
                .isInstanceOf(DeliveryRefused.Interrupted.class);
        assertThat(school.transaction(() -> school.see().newest(school.actor(), 10)))
                .isEmpty();
        assertThat(school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                        .repeated())
                .isFalse();
    }

    @Test
    default void results_of_an_earlier_live_delivery_are_already_known() {
        School school = school();
        school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 10", TEST);
        Receipt second = school.send(
                "attempt-2", RESULTS, "R b 0 2022-01-20 12", "R a 0 2022-01-21 10", "R c 0 2022-01-20 9", TEST);
        assertThat(second.delivery().tally()).isEqualTo(new Tally(3, 2, 0, 1, 0, 0));
    }

    @Test
    default void what_was_withdrawn_is_no_longer_known_and_its_rows_are_gone() {
        School school = school();
        Delivery first =
                school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST).delivery();
        school.transaction(() -> school.withdraw().withdraw(school.actor(), first.id()));
        assertThat(school.rows(first.id())).isZero();
        Receipt second = school.send("attempt-2", RESULTS, "R a 0 2022-01-20 10", TEST);
        assertThat(second.delivery().tally()).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
    }

    @Test
    default void the_same_result_twice_in_one_file_is_refused_once() {
        Receipt receipt = school().send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "R a 0 2022-01-20 12", TEST);
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(2, 1, 1, 0, 0, 0));
        assertThat(receipt.findings().refused()).containsOnlyKeys(DeliveryRule.RESULT_TWICE);
    }

    @Test
    default void results_under_a_test_without_definition_are_refused_after_all() {
        School school = school();
        Receipt receipt = school.send(
                "attempt-1",
                RESULTS,
                "R a 0 2022-01-20 10",
                "R a 1 2022-01-20 10",
                "R b 1 2022-01-20 9",
                TEST,
                "U 1 2");
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(3, 1, 2, 0, 0, 0));
        assertThat(school.rows(receipt.delivery().id())).isEqualTo(1);
    }

    @Test
    default void pupils_who_object_are_withheld_from_results() {
        School school = school();
        school.decided().objecting.add(school.local("a"));
        Receipt receipt = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 9", TEST);
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(2, 1, 0, 0, 1, 0));
    }

    @Test
    default void a_pupil_who_objects_by_number_is_withheld_and_earlier_rows_are_erased() {
        School school = school();
        Receipt results = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 9", TEST);
        school.decided()
                .objectingNumbers
                .add(new PlainTokens("").linkage(Pgn.parse("999990019").orElseThrow()));
        Receipt pupils = school.send("attempt-2", PUPILS, "P a 999990019", "P b 999990032");
        assertThat(pupils.delivery().tally()).isEqualTo(new Tally(2, 1, 0, 0, 1, 0));
        assertThat(school.rows(results.delivery().id())).isEqualTo(1);
    }

    @Test
    default void two_pupils_with_one_number_are_one_and_a_refusal() {
        Receipt receipt = school().send("attempt-1", PUPILS, "P a 999990019", "P b 999990019", "P c -");
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(3, 2, 1, 0, 0, 0));
        assertThat(receipt.findings().refused()).containsOnlyKeys(DeliveryRule.PGN_TWICE);
    }

    @Test
    default void pupils_delivered_again_unchanged_are_known() {
        School school = school();
        school.send("attempt-1", PUPILS, "P a 999990019", "P b -");
        Receipt again = school.send("attempt-2", PUPILS, "P a 999990019", "P b -", "P c -");
        assertThat(again.delivery().tally()).isEqualTo(new Tally(3, 1, 0, 2, 0, 0));
    }

    @Test
    default void pupils_delivered_blind_after_direct_are_known() {
        School school = school();
        String y = "A".repeat(42) + "Q";
        school.send("attempt-1", PUPILS, "P a 999990019", "P b -");
        Receipt blind = school.sendBlind("attempt-2", PUPILS, "P a " + y, "P b -", "P c -");
        assertThat(blind.delivery().tally()).isEqualTo(new Tally(3, 1, 0, 2, 0, 0));
    }

    @Test
    default void social_results_need_pupils_first() {
        School school = school();
        String row = "S a SDQ totaal 2022-01-20 4";
        assertThatThrownBy(() -> school.send("attempt-1", SOCIAL, row)).isInstanceOf(DeliveryRefused.PupilsFirst.class);
        school.send("attempt-2", PUPILS, "P a 999990019");
        assertThat(school.send("attempt-3", SOCIAL, row).delivery().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 1));
    }

    @Test
    default void social_results_are_stored_only_with_consent() {
        School school = school();
        school.send("attempt-1", PUPILS, "P a 999990019", "P b 999990032");
        school.decided().consenting.add(school.local("a"));
        Receipt receipt = school.send(
                "attempt-2",
                SOCIAL,
                "S a SDQ totaal 2022-01-20 4",
                "S b SDQ totaal 2022-01-20 5",
                "F SOCIAL_SCORE_FORM");
        assertThat(receipt.delivery().tally()).isEqualTo(new Tally(3, 1, 1, 0, 0, 1));
        assertThat(school.rows(receipt.delivery().id())).isEqualTo(1);
    }

    @Test
    default void a_file_of_which_every_row_is_wrong_is_rejected_with_its_faults() {
        School school = school();
        Receipt receipt = school.send("attempt-1", RESULTS, "F SCORE_FORM", "F SCORE_MISSING");
        assertThat(receipt.delivery().state()).isEqualTo(DeliveryState.REJECTED);
        assertThatThrownBy(() -> school.transaction(() -> school.approve()
                        .approve(school.actor(), receipt.delivery().id())))
                .isInstanceOf(DeliveryRefused.StateForbids.class);
    }

    @Test
    default void a_file_without_rows_is_refused() {
        assertThatThrownBy(() -> school().send("attempt-1", RESULTS)).isInstanceOf(DeliveryRefused.NoRows.class);
    }

    @Test
    default void a_file_of_another_school_is_refused() {
        assertThatThrownBy(() -> school().send("attempt-1", "EDEXML_2_1 00AA00 2021-2022", "P a -"))
                .isInstanceOf(DeliveryRefused.OtherSchool.class);
    }

    @Test
    default void only_a_school_delivers() {
        School school = school();
        Actor steward = new Actor(new StaffId(new UUID(1, 3)), Set.of(Role.STEWARD), Optional.empty());
        Upload upload = new Upload(new ByteArrayInputStream(new byte[0]), new IdempotencyKey("attempt-1"));
        assertThatThrownBy(() -> school.transaction(() -> school.receive().receive(steward, upload)))
                .isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    default void is_approved_once() {
        School school = school();
        DeliveryId id = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                .delivery()
                .id();
        Delivery approved = school.transaction(() -> school.approve().approve(school.actor(), id));
        assertThat(approved.state()).isEqualTo(DeliveryState.APPROVED);
        assertThat(approved.moments().approved()).isPresent();
        assertThatThrownBy(() -> school.transaction(() -> school.approve().approve(school.actor(), id)))
                .isInstanceOf(DeliveryRefused.StateForbids.class);
    }

    @Test
    default void is_not_withdrawn_once_it_was_released() {
        School school = school();
        DeliveryId id = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                .delivery()
                .id();
        school.releases().add(id::equals);
        assertThatThrownBy(() -> school.transaction(() -> school.withdraw().withdraw(school.actor(), id)))
                .isInstanceOf(DeliveryRefused.Released.class);
        assertThat(school.rows(id)).isEqualTo(1);
    }

    @Test
    default void a_delivery_of_another_school_does_not_exist() {
        DeliveryId id = school().send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                .delivery()
                .id();
        School other = school();
        assertThatThrownBy(() -> other.transaction(() -> other.see().one(other.actor(), id)))
                .isInstanceOf(DeliveryRefused.NotFound.class);
        assertThatThrownBy(() -> other.transaction(() -> other.approve().approve(other.actor(), id)))
                .isInstanceOf(DeliveryRefused.NotFound.class);
        assertThatThrownBy(() -> other.transaction(() -> other.withdraw().withdraw(other.actor(), id)))
                .isInstanceOf(DeliveryRefused.NotFound.class);
    }

    @Test
    default void faults_are_capped_and_counts_complete() {
        String[] file = new String[Findings.MOST + 6];
        Arrays.fill(file, "F SCORE_FORM");
        file[0] = RESULTS;
        Receipt receipt = school().send("attempt-1", file);
        assertThat(receipt.findings().first()).hasSize(Findings.MOST);
        assertThat(receipt.findings().refused()).isEqualTo(Map.of(DeliveryRule.SCORE_FORM, Findings.MOST + 5L));
    }

    @Test
    default void any_mixture_of_rows_closes() {
        School school = school();
        school.decided().objecting.add(school.local("k3"));
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(60);
            String[] file = new String[rows + 2];
            file[0] = RESULTS;
            for (int i = 1; i <= rows; i++) {
                file[i] = random.nextInt(5) == 0
                        ? "F SCORE_FORM"
                        : "R k" + random.nextInt(8) + " 0 2022-01-" + (10 + random.nextInt(15)) + " 1";
            }
            file[rows + 1] = TEST;
            Tally checked = school.check(file).delivery().tally();
            Receipt sent = school.send("attempt-" + seed, file);
            assertThat(sent.delivery().tally()).as("seed %s", seed).isEqualTo(checked);
            assertThat(checked.in()).as("seed %s", seed).isEqualTo(rows);
            assertThat(school.rows(sent.delivery().id())).as("seed %s", seed).isEqualTo(checked.accepted());
        }
    }
}
