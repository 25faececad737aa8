package nl.schakel.audit.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;

/** Checkpoints that nobody has to believe, under entries that are as they should be. */
final class SignatureProbes {
    private static final ABundle DAY = ABundle.ofADay();
    private static final String CHECKPOINT = DAY.checkpoint();
    private static final String TEXT = DAY.text();
    private static final int NOTE = new Lines(TEXT).find("checkpoint") + 1;

    private SignatureProbes() {}

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        signers(probes);
        texts(probes);
        lines(probes);
        policies(probes);
        return probes;
    }

    private static Probe signed(String name, String code, ASigner... who) {
        return Probe.of(name, ABundle.ofADay().signedBy(who).text(), code);
    }

    private static void signers(List<Probe> probes) {
        ASigner one = ABundle.FIRST_WITNESS;
        ASigner two = ABundle.SECOND_WITNESS;
        probes.add(signed("signed with a wrong key", "LB-35", ABundle.STRANGER, one, two));
        probes.add(signed("signed with a wrong key besides", "LB-34", ABundle.LOG, ABundle.STRANGER, one, two));
        probes.add(signed("not signed by the log", "LB-35", one, two));
        probes.add(signed("no witness", "LB-37", ABundle.LOG));
        probes.add(signed("one witness", "LB-37", ABundle.LOG, one));
        probes.add(signed("one witness twice", "LB-34", ABundle.LOG, one, one));
        probes.add(signed("the log twice", "LB-34", ABundle.LOG, ABundle.LOG, one, two));
        probes.add(
                signed("another witness", "LB-34", ABundle.LOG, one, two, ASigner.witness("getuige.example/derde", 9)));
        probes.add(signed(
                "a witness with another key", "LB-34", ABundle.LOG, one, ASigner.witness("getuige.example/school", 9)));
        probes.add(signed(
                "a witness under another name", "LB-34", ABundle.LOG, one, ASigner.witness("getuige.example/x", 3)));
        probes.add(signed(
                "a witness who signs as a log", "LB-34", ABundle.LOG, one, ASigner.log("getuige.example/school", 3)));
    }

    private static Probe text(String name, String text, String code) {
        return Probe.of(name, String.join("\n", DAY.frame()) + "\n" + DAY.note(text), code);
    }

    private static void texts(List<Probe> probes) {
        String root = CHECKPOINT.split("\n")[2];
        probes.add(text("a checkpoint of another log", CHECKPOINT.replace("schakel", "elders"), "LB-31"));
        probes.add(text("a checkpoint of another size", CHECKPOINT.replace("\n15\n", "\n16\n"), "LB-32"));
        probes.add(text("a checkpoint of size 0", CHECKPOINT.replace("\n15\n", "\n0\n"), "LB-32"));
        probes.add(text("a checkpoint with another root", CHECKPOINT.replace(root, "A".repeat(43) + "="), "LB-33"));
        for (String other : List.of("015", "15 ", "-15", "1.5e1", "", "9999999999999999999")) {
            probes.add(
                    text("a checkpoint of size " + other, CHECKPOINT.replace("\n15\n", "\n" + other + "\n"), "LB-30"));
        }
        probes.add(text("a checkpoint with more lines", CHECKPOINT + "meer\n", "LB-30"));
        probes.add(text("a checkpoint with a shorter root", CHECKPOINT.replace(root, "AAAA"), "LB-30"));
        probes.add(text("a checkpoint without root", CHECKPOINT.replace(root + "\n", ""), "LB-30"));
        String early = Checkpoint.of(ABundle.ORIGIN, 14, new byte[32]).text();
        probes.add(text("a checkpoint before the last entry", early, "LB-32"));
    }

    private static Probe note(String name, String note, String code) {
        return Probe.of(name, String.join("\n", DAY.frame()) + "\n" + note, code);
    }

    private static void lines(List<Probe> probes) {
        String note = DAY.note(CHECKPOINT);
        probes.add(note("a note without empty line", note.replace("\n\n", "\n"), "LB-30"));
        probes.add(note("a note with a hyphen", note.replace("\u2014", "-"), "LB-30"));
        probes.add(note("a note with a line that is none", note + "meer\n", "LB-30"));
        probes.add(note(
                "a note with base64 that can be spelled otherwise",
                note.replaceFirst("=\n\u2014", "\n\u2014"),
                "LB-30"));
        probes.add(note("a note with a space at the end", note.substring(0, note.length() - 1) + " \n", "LB-30"));
        probes.add(note("a note with a control character", note.replace("15", "15\u0007"), "LB-30"));
        probes.add(note("no signature", CHECKPOINT + "\n", "LB-30"));
        for (int signature = 0; signature < 3; signature++) {
            String code = signature == 0 ? "LB-35" : "LB-36";
            for (int at : new int[] {4, 11, 12, 40, 67}) {
                probes.add(note("signature " + signature + " changed at " + at, changed(signature, at), code));
            }
            probes.add(note("key number of signature changed " + signature, changed(signature, 2), "LB-34"));
        }
        NoteSignature later = ABundle.FIRST_WITNESS.sign(CHECKPOINT.replace("15", "16"), ABundle.TIME);
        Note moved = new Note(
                CHECKPOINT,
                List.of(ABundle.LOG.sign(CHECKPOINT, 0), later, ABundle.SECOND_WITNESS.sign(CHECKPOINT, ABundle.TIME)));
        probes.add(note("a cosignature of another checkpoint", moved.value(), "LB-36"));
    }

    private static String changed(int signature, int at) {
        Lines lines = new Lines(TEXT);
        lines.change(NOTE + 4 + signature, line -> {
            int space = line.lastIndexOf(' ') + 1;
            byte[] value = Base64.getDecoder().decode(line.substring(space).getBytes(StandardCharsets.US_ASCII));
            value[at] ^= 1;
            return line.substring(0, space) + Base64.getEncoder().encodeToString(value);
        });
        String text = lines.text();
        return text.substring(text.indexOf("\ncheckpoint\n") + 12);
    }

    private static void policies(List<Probe> probes) {
        probes.add(Probe.of("witnesses that the policy does not know", TEXT, "LB-34")
                .by(ABundle.policyWithoutWitnesses()));
        String other = "log " + ABundle.STRANGER.key().line() + "\nquorum none\n";
        probes.add(Probe.of("a policy of another key", TEXT, "LB-35").by(other));
        String elsewhere = "log " + ASigner.log("elders.example", 1).key().line() + "\nquorum none\n";
        probes.add(Probe.of("a policy of another log", TEXT, "LB-31").by(elsewhere));
    }
}
