package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.WitnessPolicy;

/** The checkpoint at the end of a bundle, held against the policy: every signature line counts, and none is passed over. */
final class SignedCheckpoint {
    private static final int TEXT_LINES = 4;

    private final BundleMap bundle;
    private final Trust trust;
    private final Faults faults;
    private final Set<VerificationKey> right = new HashSet<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();

    SignedCheckpoint(BundleMap bundle, Trust trust, Faults faults) {
        this.bundle = bundle;
        this.trust = trust;
        this.faults = faults;
    }

    /** Judges form, origin and signatures. */
    void check() {
        try {
            Note note = Note.read(bundle.note());
            checkpoint = Checkpoint.read(note.text());
            if (checkpoint.isPresent()) {
                signatures(note, checkpoint.get());
                return;
            }
        } catch (EvidenceRejected e) {
            checkpoint = Optional.empty();
        }
        faults.add(LogFaultCode.NOTE, Place.line(bundle.noteLine()));
    }

    private void signatures(Note note, Checkpoint signed) {
        if (!signed.origin().equals(bundle.origin())) {
            faults.add(LogFaultCode.ORIGIN, Place.line(bundle.noteLine()));
        }
        List<VerificationKey> logs = trust.policy().logs().stream()
                .map(WitnessPolicy.Log::key)
                .filter(key -> key.name().equals(signed.origin()))
                .toList();
        List<VerificationKey> known = new ArrayList<>(logs);
        trust.policy().witnesses().forEach(witness -> known.add(witness.key()));
        boolean logSigned = false;
        for (int i = 0; i < note.signatures().size(); i++) {
            NoteSignature line = note.signatures().get(i);
            Place place = Place.line(bundle.noteLine() + TEXT_LINES + i);
            Optional<VerificationKey> key = known.stream().filter(line::isOf).findFirst();
            logSigned |= key.filter(logs::contains).isPresent();
            key.ifPresentOrElse(
                    of -> signature(new Note(note.text(), List.of(line)), of, logs.contains(of), place),
                    () -> faults.add(LogFaultCode.FOREIGN_SIGNATURE, place));
        }
        if (!logSigned) {
            faults.add(LogFaultCode.LOG_SIGNATURE, Place.line(bundle.noteLine()));
        }
        if (!trust.policy().quorum().reachedBy(right)) {
            faults.add(LogFaultCode.QUORUM, Place.line(bundle.noteLine()));
        }
    }

    private void signature(Note single, VerificationKey key, boolean ofLog, Place place) {
        try {
            if (!single.signedBy(key, trust.signatures()) || !right.add(key)) {
                faults.add(LogFaultCode.FOREIGN_SIGNATURE, place);
            }
        } catch (EvidenceRejected e) {
            faults.add(ofLog ? LogFaultCode.LOG_SIGNATURE : LogFaultCode.COSIGNATURE, place);
        }
    }

    /** Judges size and root of the entries that were read. */
    void compare(String root) {
        checkpoint.ifPresent(signed -> {
            if (signed.size() != bundle.size()) {
                faults.add(LogFaultCode.SIZE, Place.line(bundle.noteLine() + 1));
            } else if (!signed.root().equals(root)) {
                faults.add(LogFaultCode.ROOT, Place.line(bundle.noteLine() + 2));
            }
        });
    }

    /** The checkpoint, where it could be read. */
    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    /** The witnesses of the policy whose cosignatures are right, by the names of their keys. */
    List<String> witnesses() {
        return trust.policy().witnesses().stream()
                .filter(witness -> right.contains(witness.key()))
                .map(witness -> witness.key().name())
                .toList();
    }
}
