package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyChanges;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRegister;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.OpenChange;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.StepTerms;
import org.junit.jupiter.api.Test;

/** What custodians see of the series in force, over a change that is rolled back. */
class SeriesShownTest extends KeyCareWorld {
    private static final Instant OPENED = NOW.minus(Duration.ofDays(3));

    private final AtomicInteger counts = new AtomicInteger();
    private final Database database = TestPostgres.database(null);
    private final KeyChanges changes = new PostgresKeyChanges(database);

    @Test
    void without_a_change_the_series_in_force_is_shown_and_nothing_is_counted() throws Exception {
        SeeKeys.View view =
                TestPostgres.inTransaction(Zone.LINK, () -> counting().keys(first, true));
        assertThat(view.series().earlier()).isEmpty();
        assertThat(view.series().present().oprf()).isPositive();
        assertThat(view.change()).isEmpty();
        assertThat(view.unseen()).isEmpty();
        assertThat(counts).hasValue(0);
    }

    @Test
    void an_open_change_is_shown_with_its_beginning_and_counted_only_when_asked() {
        whileOpen(next -> {
            SeriesInForce series = changes.inForce();
            SeeKeys.View view = counting().keys(first, false);
            assertThat(view.series()).isEqualTo(series);
            assertThat(view.series().present()).isEqualTo(next);
            assertThat(view.series().earlier()).isPresent();
            assertThat(view.change()).contains(new OpenChange(OPENED, Optional.empty()));
            assertThat(view.unseen()).isEmpty();
            assertThat(counts).hasValue(0);
            SeeKeys.View counted = counting().keys(first, true);
            assertThat(counted.unseen()).contains(changes.unseen(NOW));
            assertThat(counted.change()).isEqualTo(view.change());
            assertThat(counts).hasValue(1);
        });
    }

    @Test
    void the_step_that_opened_it_is_the_confirmed_one_of_its_linkage_key() {
        whileOpen(next -> {
            String link = "link/" + next.first();
            step(KeyAct.OPEN, "link/" + (next.first() - 1), false, true);
            step(KeyAct.OPEN, link, true, true);
            step(KeyAct.OPEN, link, false, false);
            step(KeyAct.CREATE, link, false, true);
            assertThat(decided()).isEmpty();
            KeyStep opening = step(KeyAct.OPEN, link, false, true);
            step(KeyAct.ACTIVATE, link, false, true);
            assertThat(decided()).contains(opening);
        });
    }

    private Optional<KeyStep> decided() {
        return counting().keys(first, false).change().flatMap(OpenChange::decided);
    }

    private KeyStep step(KeyAct act, String keyId, boolean rehearsal, boolean confirmed) {
        KeyRegister register = new PostgresKeyRegister(database, new InMemoryAuditTrail(clock), clock);
        KeyStep step = new KeyStep(
                new KeyStepId(UUID.randomUUID()),
                Holder.B,
                act,
                new TreeMap<>(Map.of(new KeyId(keyId), "")),
                rehearsal,
                first.staff(),
                OPENED.minus(Duration.ofHours(1)),
                new StepTerms(List.of(), Optional.empty()),
                Optional.of(new KeyStep.Settled(second.staff(), OPENED, confirmed)));
        AuditEntry entry = AuditEntry.by(first, "key.test", ProcessingActivity.ADMINISTER_KEYS);
        register.add(step, entry);
        register.settle(step, KeyRegister.Effect.NONE, entry);
        return step;
    }

    /** Opens a change of the chain alone, and ends with nothing changed. */
    private void whileOpen(Consumer<KeySeries> look) {
        assertThatThrownBy(() -> TestPostgres.inTransaction(Zone.LINK, () -> {
                    KeySeries present = changes.inForce().present();
                    KeySeries next =
                            new KeySeries(present.oprf(), present.token(), present.last() + 1, present.last() + 1);
                    changes.open(next, OPENED);
                    look.accept(next);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    private SeeKeys counting() {
        KeyChanges counted = new KeyChanges() {
            @Override
            public SeriesInForce inForce() {
                return changes.inForce();
            }

            @Override
            public Optional<Instant> openSince() {
                return changes.openSince();
            }

            @Override
            public Unseen unseen(Instant at) {
                counts.incrementAndGet();
                return changes.unseen(at);
            }

            @Override
            public Counts open(KeySeries next, Instant at) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Unseen close(Instant at) {
                throw new UnsupportedOperationException();
            }
        };
        return new SeeKeys(register(), stores(), counted, clock);
    }

    /** Ends the transaction of a test. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
