package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.List;

/** Every bundle in which something is wrong, for both verifiers. */
final class Probes {
    private Probes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        all.addAll(FrameProbes.all());
        all.addAll(UnsignedProbes.all());
        all.addAll(EntryProbes.all());
        all.addAll(AttachmentProbes.all());
        all.addAll(SignatureProbes.all());
        all.addAll(QuantumProbes.all());
        all.addAll(StateProbes.all());
        all.addAll(ActProbes.all());
        return all;
    }
}
