package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Actor;

/** The second custodian ends a step: confirms it, so that it takes effect, or rejects it. */
@Dependent
public class SettleKeyStep {
    private final KeyRegister register;
    private final KeyRules rules;
    private final RotateLinkKey rotate;
    private final ChangeSeries series;
    private final Clock clock;

    /** Settles in this register, and works on the stored values by these. */
    @Inject
    public SettleKeyStep(KeyRegister register, KeyRules rules, RotateLinkKey rotate, ChangeSeries series, Clock clock) {
        this.register = register;
        this.rules = rules;
        this.rotate = rotate;
        this.series = series;
        this.clock = clock;
    }

    /**
     * Confirms, with the step's effect on the states of keys, which nobody else changes meanwhile. The service's use of its stores follows after the
     * transaction: {@link ConfirmKeyStep}.
     */
    @Transactional
    public KeyStep confirm(Actor actor, KeyStepId id) {
        register.hold(Holder.of(actor));
        KeyStep step = waiting(actor, id);
        if (step.proposer().equals(actor.staff())) {
            throw new CeremonyRefused.SameCustodian();
        }
        KeyRegister.Effect effect = rules.effect(step);
        rules.compare(step);
        if (step.act().ofStoredValues() && !step.rehearsal()) {
            work(actor, step);
        }
        KeyStep settled = step.settledBy(actor.staff(), clock.instant(), true);
        register.settle(settled, effect, KeyStepEntry.of(actor, "key.confirm", settled));
        return settled;
    }

    private void work(Actor second, KeyStep step) {
        Actor first = new Actor(step.proposer(), Set.of(step.holder().role()), Optional.empty());
        switch (step.act()) {
            case ROTATE -> rotate.rotate(first, second, step.keys().firstKey().number());
            case OPEN ->
                series.open(
                        first,
                        second,
                        step.keys().firstKey().number(),
                        step.terms().becomes());
            case CLOSE -> series.close(first, second, step.terms().loses().orElseThrow());
            default -> throw new IllegalArgumentException("changes no stored value");
        }
    }

    /** Rejects; who proposed may do so too. @throws CeremonyRefused where it does not wait any more */
    @Transactional
    public KeyStep reject(Actor actor, KeyStepId id) {
        KeyStep settled = waiting(actor, id).settledBy(actor.staff(), clock.instant(), false);
        register.settle(settled, KeyRegister.Effect.NONE, KeyStepEntry.of(actor, "key.reject", settled));
        return settled;
    }

    private KeyStep waiting(Actor actor, KeyStepId id) {
        Holder holder = Holder.of(actor);
        KeyStep step = register.locked(id)
                .filter(known -> known.holder() == holder)
                .orElseThrow(CeremonyRefused.UnknownStep::new);
        if (step.settled().isPresent()) {
            throw new CeremonyRefused.AlreadySettled();
        }
        Instant now = clock.instant();
        if (!step.waits(now)) {
            throw new CeremonyRefused.Expired();
        }
        return step;
    }
}
