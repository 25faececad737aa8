package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;

/** Checkpoints that are signed with ML-DSA-44: by the log beside its other key, and by a witness. */
final class QuantumProbes {
    private static final AnMlDsaSigner LOG = new AnMlDsaSigner(ABundle.ORIGIN, 21);
    private static final AnMlDsaSigner WITNESS = new AnMlDsaSigner("getuige.example/later", 22);
    private static final ABundle DAY = ABundle.ofADay();
    private static final String CHECKPOINT = DAY.checkpoint();
    private static final String POLICY = "log " + ABundle.LOG.key().line() + "\nlog "
            + LOG.key().line() + "\nwitness later " + WITNESS.key().line() + "\nquorum later\n";

    private QuantumProbes() {}

    private static Probe signed(String name, String code, NoteSignature... lines) {
        String note = new Note(CHECKPOINT, List.of(lines)).value();
        return Probe.of("ML-DSA-44: " + name, String.join("\n", DAY.frame()) + "\n" + note, code)
                .by(POLICY);
    }

    /** Nothing is wrong with these. */
    static List<Probe> right() {
        NoteSignature witness = WITNESS.sign(CHECKPOINT, ABundle.TIME);
        NoteSignature old = ABundle.LOG.sign(CHECKPOINT, 0);
        return List.of(
                signed("both keys of the log", "", old, LOG.sign(CHECKPOINT, ABundle.TIME), witness),
                signed("the old key of the log", "", old, witness),
                signed("the new key of the log, without a moment", "", LOG.sign(CHECKPOINT, 0), witness));
    }

    static List<Probe> all() {
        NoteSignature log = ABundle.LOG.sign(CHECKPOINT, 0);
        NoteSignature witness = WITNESS.sign(CHECKPOINT, ABundle.TIME);
        String larger = CHECKPOINT.replace("\n15\n", "\n16\n");
        List<Probe> probes = new ArrayList<>();
        probes.add(signed("no witness", "LB-37", log));
        probes.add(signed("a witness of another tree", "LB-36", log, WITNESS.sign(larger, ABundle.TIME)));
        probes.add(signed(
                "a witness of another log", "LB-36", log, WITNESS.sign(CHECKPOINT.replace("schakel", "elders"), 1)));
        probes.add(signed(
                "another witness", "LB-34", log, new AnMlDsaSigner("getuige.example/later", 23).sign(CHECKPOINT, 1)));
        probes.add(signed("the log's new key wrong", "LB-35", log, LOG.sign(larger, 1), witness));
        for (int at : new int[] {2, 6, 11, 12, 500, 2400, 2431}) {
            probes.add(signed("signature changed at " + at, at < 4 ? "LB-34" : "LB-36", log, changed(witness, at)));
        }
        return probes;
    }

    private static NoteSignature changed(NoteSignature signature, int at) {
        String line = signature.line();
        int space = line.lastIndexOf(' ') + 1;
        byte[] value = Base64.getDecoder().decode(line.substring(space).strip());
        value[at] ^= 1;
        String other = line.substring(0, space) + Base64.getEncoder().encodeToString(value) + "\n";
        return Note.read(CHECKPOINT + "\n" + other).signatures().get(0);
    }
}
