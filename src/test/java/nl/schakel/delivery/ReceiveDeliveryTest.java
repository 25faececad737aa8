package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.InMemoryProcessingLog;
import nl.schakel.audit.Processing;
import nl.schakel.consent.ExitLock;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class ReceiveDeliveryTest implements ReceiveDeliveryContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Override
    public InMemorySchool school() {
        return new InMemorySchool(new PlainTokens(""));
    }

    @Test
    void each_act_has_one_entry_and_each_pupil_one_line() {
        InMemorySchool school = school();
        Receipt receipt = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 10", TEST);
        school.approve().approve(school.actor(), receipt.delivery().id());
        school.check(RESULTS, "R a 0 2022-01-22 10", TEST);
        school.withdraw().withdraw(school.actor(), receipt.delivery().id());
        assertThat(school.trail.said()).extracting(entry -> entry.act()).containsExactly("delivery.check");
        assertThat(school.log.operations())
                .extracting(Processing::name)
                .containsExactly("Levering ontvangen", "Levering controleren", "Levering intrekken");
        assertThat(school.log.subjects()).hasSize(5);
    }

    /** What was decided about pupils is stored under the earlier series of keys, and they are delivered under both. */
    @Test
    void objections_and_consents_are_recognised_by_their_earlier_tokens_while_a_change_of_keys_is_open() {
        InMemorySchool school = new InMemorySchool(new ChangingTokens(new PlainTokens("new"), new PlainTokens("")));
        school.decided().objecting.add(school.local("a"));
        school.decided()
                .objectingNumbers
                .add(new PlainTokens("").linkage(Pgn.parse("999990032").orElseThrow()));
        Receipt pupils = school.send("attempt-1", PUPILS, "P a 999990019", "P b 999990032", "P c 999990044");
        assertThat(pupils.delivery().tally()).isEqualTo(new Tally(3, 1, 0, 0, 2, 0));
        Receipt results = school.send("attempt-2", RESULTS, "R a 0 2022-01-20 10", "R c 0 2022-01-20 9", TEST);
        assertThat(results.delivery().tally()).isEqualTo(new Tally(2, 1, 0, 0, 1, 0));
        String row = "S c SDQ totaal 2022-01-20 4";
        assertThat(school.send("attempt-3", SOCIAL, row).delivery().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 1));
        school.decided().consenting.add(school.local("c"));
        assertThat(school.send("attempt-4", SOCIAL, row, "F SOCIAL_SCORE_FORM")
                        .delivery()
                        .tally())
                .isEqualTo(new Tally(2, 1, 1, 0, 0, 0));
    }

    /** A school that lives in memory; its transactions cannot roll back, so tests look at what refusals leave behind. */
    private static final class InMemorySchool implements School {
        private final Decided decided = new Decided();
        private final List<InRelease> releases = new ArrayList<>();
        private final InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
        private final InMemoryProcessingLog log = new InMemoryProcessingLog(CLOCK);
        private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
        private final InMemoryContent content = new InMemoryContent(deliveries);
        private final PupilDesk desk;
        private final IntakeLog intakeLog = new IntakeLog(trail, log, CLOCK);

        InMemorySchool(Pseudonymizer tokens) {
            desk = new PupilDesk(tokens, new InMemoryPeople());
        }

        @Override
        public Brin brin() {
            return new Brin("99ZZ");
        }

        @Override
        public Decided decided() {
            return decided;
        }

        @Override
        public List<InRelease> releases() {
            return releases;
        }

        @Override
        public ReceiveDelivery receive() {
            IntakeDesk intake = new IntakeDesk(new ScriptReader(), content, desk, decided);
            return new ReceiveDelivery(deliveries, intake, intakeLog);
        }

        @Override
        public ApproveDelivery approve() {
            return new ApproveDelivery(deliveries, intakeLog);
        }

        /** Nothing leaves in this world. */
        private record NoExits() implements ExitLock {
            @Override
            public void shared(Zone zone) {}

            @Override
            public void exclusive(Zone zone) {}
        }

        @Override
        public WithdrawDelivery withdraw() {
            return new WithdrawDelivery(deliveries, content, intakeLog, new NoExits(), releases);
        }

        @Override
        public SeeDeliveries see() {
            return new SeeDeliveries(deliveries);
        }

        @Override
        public long rows(DeliveryId id) {
            return content.rows(id);
        }

        @Override
        public <T> T transaction(Callable<T> work) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
