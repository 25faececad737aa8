package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.audit.Actor;

/** Confirms a step, and lets the running service follow what was decided as soon as it is stored. */
@Dependent
public class ConfirmKeyStep {
    private final SettleKeyStep settle;
    private final HeldStores stores;

    /** Confirms by this. */
    @Inject
    public ConfirmKeyStep(SettleKeyStep settle, HeldStores stores) {
        this.settle = settle;
        this.stores = stores;
    }

    /**
     * Confirms the step. Its transaction ends before the stores are opened anew, so that what they are opened by is what
     * stays stored; after a failure in between the next start of the service follows it.
     *
     * @throws CeremonyRefused where it cannot be confirmed, or not by this custodian
     * @throws PseudonymRefused.Suspended where a store must open and does not
     */
    public KeyStep confirm(Actor actor, KeyStepId id) {
        KeyStep settled = settle.confirm(actor, id);
        if (!settled.rehearsal()) {
            follow(settled);
        }
        return settled;
    }

    /** A wrong result of a key's functions is forgotten by resuming alone: only that is decided to lift it. */
    private void follow(KeyStep settled) {
        switch (settled.act()) {
            case RESUME -> stores.reopen(settled.holder());
            case SUSPEND, COMPROMISE, ACTIVATE, ROTATE, OPEN, CLOSE -> stores.renew(settled.holder());
            case CREATE, DEACTIVATE, DESTROY, VERIFY, SPLIT, RECOVER -> {
                // these change nothing of which keys the service uses
            }
        }
    }
}
