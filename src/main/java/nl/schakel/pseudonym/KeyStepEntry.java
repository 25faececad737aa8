package nl.schakel.pseudonym;

import java.util.stream.Collectors;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;

/** The audit entry of a step of key care: kind KEY, with the names of keys and never a key. */
final class KeyStepEntry {
    private KeyStepEntry() {}

    /** @param act {@code key.propose}, {@code key.confirm} or {@code key.reject} */
    static AuditEntry of(Actor actor, String act, KeyStep step) {
        String object = step.rehearsal() ? "key-rehearsal/" : "key-step/";
        AuditEntry entry = AuditEntry.by(actor, act, ProcessingActivity.ADMINISTER_KEYS)
                .of(AuditEntry.Kind.KEY)
                .on(object + step.id().value())
                .detail("step", step.act().code())
                .detail("holder", step.holder().code());
        String keys = step.keys().keySet().stream().map(KeyId::value).collect(Collectors.joining(" "));
        return keys.isEmpty() ? entry : entry.detail("keys", keys);
    }
}
