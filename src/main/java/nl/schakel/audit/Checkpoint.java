package nl.schakel.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a log says of itself at a size: its name, how many entries it has and the root of their tree. Source: C2SP
 * tlog-checkpoint, without extension lines.
 *
 * @param origin the name of the log, by which everybody knows it
 * @param size the number of entries, from 0
 * @param root the Merkle tree hash of the entries (RFC 6962), 32 bytes in canonical Base64
 */
public record Checkpoint(String origin, long size, String root) {
    private static final int LINES = 3;

    /** @throws IllegalArgumentException where a part has another form */
    public Checkpoint {
        if (!StrictText.keyName(origin) || size < 0 || StrictText.hash(root).isEmpty()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    /** The checkpoint with this root. */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** Reads the text of a checkpoint; empty where a byte of it is different from what {@link #text} writes. */
    public static Optional<Checkpoint> read(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != LINES + 1 || !lines.get(LINES).isEmpty()) {
            return Optional.empty();
        }
        OptionalLong size = StrictText.number(lines.get(1));
        boolean sound = StrictText.keyName(lines.get(0))
                && size.isPresent()
                && StrictText.hash(lines.get(2)).isPresent();
        return sound ? Optional.of(new Checkpoint(lines.get(0), size.getAsLong(), lines.get(2))) : Optional.empty();
    }

    /** The root, 32 bytes. */
    public byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }

    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
