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
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class ReceiveDeliveryTest implements ReceiveDeliveryContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Override
    public InMemorySchool school() {
        return new InMemorySchool();
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

    /** A school that lives in memory; its transactions cannot roll back, so tests look at what refusals leave behind. */
    private static final class InMemorySchool implements School {
        private final Decided decided = new Decided();
        private final List<InRelease> releases = new ArrayList<>();
        private final InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
        private final InMemoryProcessingLog log = new InMemoryProcessingLog(CLOCK);
        private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
        private final InMemoryContent content = new InMemoryContent(deliveries);
        private final PupilDesk desk = new PupilDesk(new PlainTokens(""), new InMemoryPeople());
        private final IntakeLog intakeLog = new IntakeLog(trail, log, CLOCK);

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
