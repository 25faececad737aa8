package nl.schakel.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A signature that was checked and is right.
 *
 * @param key whose it is
 * @param time when it was made, in seconds since 1970, as the signer says; 0 where the kind holds no moment
 */
public record CheckedSignature(VerificationKey key, long time) {
    private static final byte[] TREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_NAME = 255;

    /** @throws EvidenceRejected where the line is not a signature of this key over the text */
    static CheckedSignature of(String text, NoteSignature line, VerificationKey key, Signatures check) {
        SignatureType type = key.type();
        byte[] value = line.signature();
        if (value.length != type.length()) {
            throw new EvidenceRejected("een handtekening van een bekende sleutel heeft een andere lengte");
        }
        long time = type.timestamped() ? ByteBuffer.wrap(value).getLong() : 0;
        byte[] signature = Arrays.copyOfRange(value, type.timestamped() ? SignatureType.TIME_LENGTH : 0, value.length);
        byte[] message = message(text, key, time);
        if (time < 0 || !check.verifies(type.algorithm(), key.publicKey(), message, signature)) {
            throw new EvidenceRejected("een handtekening van een bekende sleutel is niet juist");
        }
        return new CheckedSignature(key, time);
    }

    /**
     * The bytes that this key signs for the text.
     *
     * @param time seconds since 1970; 0 where the kind holds no moment
     * @throws EvidenceRejected where the kind signs checkpoints only and the text is none
     */
    public static byte[] message(String text, VerificationKey key, long time) {
        return switch (key.type()) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case COSIGNATURE -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44 -> tree(checkpoint(text), key.name(), time);
        };
    }

    private static Checkpoint checkpoint(String text) {
        return Checkpoint.read(text)
                .orElseThrow(
                        () -> new EvidenceRejected("onder een tekst die geen controlepunt is, staat een handtekening"
                                + " die alleen bij een controlepunt kan"));
    }

    /** The structure {@code cosigned_message} of C2SP tlog-cosignature, in the encoding of TLS. */
    private static byte[] tree(Checkpoint checkpoint, String signer, long time) {
        byte[] name = signer.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        if (name.length > MAX_NAME || origin.length > MAX_NAME) {
            throw new EvidenceRejected("de naam van een ondertekenaar of van het logboek is te lang");
        }
        int numbers = 3 * Long.BYTES;
        return ByteBuffer.allocate(TREE.length + 2 + name.length + origin.length + numbers + TreeHash.LENGTH)
                .put(TREE)
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0) // the first leaf
                .putLong(checkpoint.size())
                .put(checkpoint.rootHash())
                .array();
    }
}
