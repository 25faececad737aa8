package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;

/** A custodian proposes a step; nothing changes until another custodian of the same holder confirms it. */
@Dependent
public class ProposeKeyStep {
    private final KeyRegister register;
    private final KeyRules rules;
    private final Clock clock;

    /** Proposes in this register. */
    @Inject
    public ProposeKeyStep(KeyRegister register, KeyRules rules, Clock clock) {
        this.register = register;
        this.rules = rules;
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
                Optional.empty());
        rules.effect(step);
        AuditEntry entry = KeyStepEntry.of(actor, "key.propose", step);
        register.add(step, meant.minutes().map(minutes -> minutes.in(entry)).orElse(entry));
        return step;
    }
}
