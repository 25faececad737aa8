package nl.schakel.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The proof that an entry stands in the log: its place, the path to the root and the signed checkpoint with that root. Can be
 * checked for years by whoever has the entry and the policy, without the service. Source: C2SP tlog-proof. Immutable and
 * thread-safe.
 */
public final class LogProof {
    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    /** No path of a tree that can be counted is longer. */
    private static final int LONGEST_PATH = 63;

    private static final int MAX_EXTRA = 1 << 16;

    private final long index;
    private final List<byte[]> path;
    private final Note note;
    private final byte[] extra;

    private LogProof(long index, List<byte[]> path, Note note, byte[] extra) {
        this.index = index;
        this.path = path.stream().map(byte[]::clone).toList();
        this.note = note;
        this.extra = extra.clone();
    }

    /**
     * The proof of an entry.
     *
     * @param index the number of the entry, from 0
     * @param path the hashes from the leaf's sibling up (RFC 6962, section 2.1.1)
     * @param note the signed checkpoint, with what cosignatures there are
     */
    public static LogProof of(long index, List<byte[]> path, Note note) {
        return new LogProof(index, path, note, new byte[0]);
    }

    /** The same with data that nothing vouches for: 1 to 65,536 bytes. */
    public LogProof withExtra(byte[] data) {
        if (data.length < 1 || data.length > MAX_EXTRA) {
            throw new IllegalArgumentException("extra data has 1 to 65,536 bytes");
        }
        return new LogProof(index, path, note, data);
    }

    /** The proof in this text. @throws EvidenceRejected where a byte of it is different from what {@link #value} writes */
    public static LogProof read(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0 || text.length() > 2 * Note.MAX_LENGTH) {
            throw new EvidenceRejected(
                    "het bewijs heeft geen lege regel met daaronder een controlepunt, of is te lang");
        }
        List<String> lines =
                new ArrayList<>(Arrays.asList(text.substring(0, split).split("\n", -1)));
        if (!lines.remove(0).equals(TITLE)) {
            throw new EvidenceRejected("dit is geen bewijs van opname in een logboek");
        }
        byte[] extra = extra(lines);
        long index = index(lines);
        if (lines.size() > LONGEST_PATH) {
            throw new EvidenceRejected("het pad in het bewijs is te lang");
        }
        List<byte[]> path = lines.stream()
                .map(line -> StrictText.hash(line)
                        .orElseThrow(() -> new EvidenceRejected("een regel van het pad is geen hash")))
                .toList();
        return new LogProof(index, path, Note.read(text.substring(split + 2)), extra);
    }

    private static byte[] extra(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith(EXTRA)) {
            return new byte[0];
        }
        return StrictText.base64(lines.remove(0).substring(EXTRA.length()))
                .filter(data -> data.length > 0 && data.length <= MAX_EXTRA)
                .orElseThrow(() -> new EvidenceRejected("de extra gegevens in het bewijs zijn niet leesbaar"));
    }

    private static long index(List<String> lines) {
        OptionalLong index = lines.isEmpty() || !lines.get(0).startsWith(INDEX)
                ? OptionalLong.empty()
                : StrictText.number(lines.remove(0).substring(INDEX.length()));
        return index.orElseThrow(() -> new EvidenceRejected("het bewijs noemt de plaats in het logboek niet"));
    }

    /** The number of the entry, from 0, as the proof says. */
    public long index() {
        return index;
    }

    /** The signed checkpoint. */
    public Note note() {
        return note;
    }

    /** Data that nothing vouches for; empty where there is none. */
    public Optional<byte[]> extra() {
        return extra.length == 0 ? Optional.empty() : Optional.of(extra.clone());
    }

    /** The proof as it is handed over, for a file that ends in {@code .tlog-proof}. */
    public String value() {
        Base64.Encoder base64 = Base64.getEncoder();
        return TITLE + "\n"
                + (extra.length == 0 ? "" : EXTRA + base64.encodeToString(extra) + "\n")
                + INDEX + index + "\n"
                + path.stream().map(hash -> base64.encodeToString(hash) + "\n").collect(Collectors.joining())
                + "\n" + note.value();
    }

    /**
     * Checks that the entry stands in the log under this number, and that a log and a quorum of the policy say so.
     *
     * @param entry the entry, byte for byte
     * @throws EvidenceRejected where the proof does not prove it
     */
    public WitnessPolicy.Believed requireIncludes(byte[] entry, WitnessPolicy policy, Signatures check) {
        WitnessPolicy.Believed believed = policy.requireWitnessed(note, check);
        Checkpoint checkpoint = believed.checkpoint();
        if (!MerkleProof.includes(index, checkpoint.size(), TreeHash.leaf(entry), path, checkpoint.rootHash())) {
            throw new EvidenceRejected("de regel staat niet op deze plaats in het logboek van het controlepunt");
        }
        return believed;
    }
}
