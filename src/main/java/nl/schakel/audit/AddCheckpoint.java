package nl.schakel.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a log hands to a witness: a signed checkpoint, and the proof that it continues the one the witness signed last. Source:
 * C2SP tlog-witness. Immutable and thread-safe.
 */
public final class AddCheckpoint {
    /** The most bytes of a request. */
    public static final int MAX_LENGTH = 1 << 18;

    private static final String OLD = "old ";
    private static final int LONGEST_PROOF = 63;

    private final long old;
    private final List<byte[]> proof;
    private final Note note;

    private AddCheckpoint(long old, List<byte[]> proof, Note note) {
        this.old = old;
        this.proof = proof.stream().map(byte[]::clone).toList();
        this.note = note;
    }

    /**
     * A request.
     *
     * @param old the size that the witness signed last, 0 for none
     * @param proof the consistency proof from that size (RFC 6962, section 2.1.2)
     */
    public static AddCheckpoint of(long old, List<byte[]> proof, Note note) {
        return new AddCheckpoint(old, proof, note);
    }

    /** The request in these bytes. @throws EvidenceRejected where they have another form */
    public static AddCheckpoint read(byte[] body) {
        String text =
                StrictText.utf8(body).orElseThrow(() -> new EvidenceRejected("het verzoek is geen geldige UTF-8"));
        int split = text.indexOf("\n\n");
        if (split < 0 || body.length > MAX_LENGTH) {
            throw new EvidenceRejected(
                    "het verzoek heeft geen lege regel met daaronder een controlepunt, of is te lang");
        }
        List<String> lines = Arrays.asList(text.substring(0, split).split("\n", -1));
        if (lines.size() > 1 + LONGEST_PROOF) {
            throw new EvidenceRejected("het bewijs in het verzoek is te lang");
        }
        List<byte[]> proof = lines.subList(1, lines.size()).stream()
                .map(line -> StrictText.hash(line)
                        .orElseThrow(() -> new EvidenceRejected("een regel van het bewijs is geen hash")))
                .toList();
        return new AddCheckpoint(old(lines.get(0)), proof, Note.read(text.substring(split + 2)));
    }

    private static long old(String line) {
        OptionalLong size =
                line.startsWith(OLD) ? StrictText.number(line.substring(OLD.length())) : OptionalLong.empty();
        return size.orElseThrow(() -> new EvidenceRejected("het verzoek begint niet met de vorige omvang"));
    }

    /** The size that the witness is thought to have signed last; 0 for none. */
    public long old() {
        return old;
    }

    /** The signed checkpoint. */
    public Note note() {
        return note;
    }

    /** Whether the proof shows that this checkpoint continues the earlier one, which has the old size. */
    boolean continues(byte[] earlier, Checkpoint checkpoint) {
        if (old == 0) {
            boolean nothing = checkpoint.size() == 0;
            return proof.isEmpty() && (!nothing || Arrays.equals(checkpoint.rootHash(), new TreeHash().root()));
        }
        return MerkleProof.extend(old, checkpoint.size(), earlier, checkpoint.rootHash(), proof);
    }

    /** The request as it is sent. */
    public String value() {
        return OLD + old + "\n"
                + proof.stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n" + note.value();
    }
}
