package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;

/** A custodian proposes a step; nothing changes until another custodian of the same holder confirms it. */
@Dependent
public class ProposeKeyStep {
    private final KeyRegister register;
    private final KeyRules rules;
    private final KeyChanges changes;
    private final Clock clock;

    /** Proposes in this register. */
    @Inject
    public ProposeKeyStep(KeyRegister register, KeyRules rules, KeyChanges changes, Clock clock) {
        this.register = register;
        this.rules = rules;
        this.changes = changes;
        this.clock = clock;
    }

    /** The step that now waits. @throws CeremonyRefused where it is none, or could not be taken as things are */
    @Transactional
    public KeyStep propose(Actor actor, KeyWish wish) {
        Holder holder = Holder.of(actor);
        KeyWish.Meant meant = wish.meant(holder, clock.instant());
        register.hold(holder);
        KeyStep step = new KeyStep(
                new KeyStepId(UUID.randomUUID()),
                holder,
                meant.act(),
                meant.keys(),
                wish.rehearsal(),
                actor.staff(),
                clock.instant(),
                new StepTerms(List.of(), meant.loses()),
                Optional.empty());
        rules.effect(step);
        if (meant.act() == KeyAct.OPEN && !wish.rehearsal()) {
            step = step.with(StepTerms.opening(becomes(step.keys().firstKey())));
        }
        AuditEntry entry = KeyStepEntry.of(actor, "key.propose", step);
        register.add(step, meant.minutes().map(minutes -> minutes.in(entry)).orElse(entry));
        return step;
    }

    private List<KeyId> becomes(KeyId link) {
        KeySeries present = changes.inForce().present();
        return rules.foreseen(present, link.number()).changedFrom(present);
    }
}
