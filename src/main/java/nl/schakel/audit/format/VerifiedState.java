package nl.schakel.audit.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.Note;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier keeps of a bundle that it found whole: the checkpoint, and which releases and key events were not finished
 * there, so that the next bundle can be judged without the entries before it.
 *
 * @param note the signed note as it was verified
 * @param open what was not finished, by its object
 */
record VerifiedState(Checkpoint checkpoint, String note, Map<String, PairedActs.Open> open) {
    private static final String FORMAT = "schakel-stand/1\n";
    private static final String CHECKPOINT = "checkpoint\n";
    private static final int HEAD = 2;

    /** The state as text. */
    String text() {
        StringBuilder text = new StringBuilder(FORMAT).append("open ").append(open.size());
        text.append('\n');
        open.forEach((object, stands) -> {
            Map<String, @Nullable Object> members = new TreeMap<>();
            members.put("by", stands.by());
            members.put("moment", (double) stands.moment());
            members.put("obj", object);
            members.put("was", stands.was());
            text.append(CanonicalText.of(members)).append('\n');
        });
        return text.append(CHECKPOINT).append(note).toString();
    }

    /** The state in a text. @throws EvidenceRejected where it has another form */
    static VerifiedState read(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        Optional<Long> count = text.startsWith(FORMAT) && lines.get(1).startsWith("open ")
                ? BundleMap.number(lines.get(1).substring("open ".length()))
                : Optional.empty();
        int note = count.filter(open -> open < lines.size() - HEAD - 1)
                .map(open -> HEAD + open.intValue())
                .orElseThrow(VerifiedState::damaged);
        if (!lines.get(note).equals("checkpoint")) {
            throw damaged();
        }
        Map<String, PairedActs.Open> open = new TreeMap<>();
        lines.subList(HEAD, note).forEach(line -> read(line, open));
        String signed = String.join("\n", lines.subList(note + 1, lines.size()));
        Checkpoint checkpoint = Checkpoint.read(Note.read(signed).text()).orElseThrow(VerifiedState::damaged);
        return new VerifiedState(checkpoint, signed, open);
    }

    private static void read(String line, Map<String, PairedActs.Open> open) {
        Map<String, @Nullable Object> members = StrictJson.canonicalObject(line).orElseThrow(VerifiedState::damaged);
        boolean right = members.keySet().equals(Set.of("by", "moment", "obj", "was"))
                && members.get("by") instanceof String
                && members.get("obj") instanceof String
                && members.get("was") instanceof String
                && EntryForm.isCount(members.get("moment"));
        if (!right) {
            throw damaged();
        }
        long moment = members.get("moment") instanceof Double number ? number.longValue() : 0;
        open.put(
                String.valueOf(members.get("obj")),
                new PairedActs.Open(String.valueOf(members.get("was")), String.valueOf(members.get("by")), moment));
    }

    private static EvidenceRejected damaged() {
        return new EvidenceRejected("de stand van de vorige controle is beschadigd");
    }
}
