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
     */
    public static byte[] message(String text, VerificationKey key, long time) {
        String start =
                switch (key.type()) {
                    case ED25519 -> "";
                    case COSIGNATURE -> "cosignature/v1\ntime " + time + "\n";
                    case ML_DSA_44 ->
                        throw new EvidenceRejected("handtekeningen met ML-DSA-44 worden nog niet gelezen");
                };
        return (start + text).getBytes(StandardCharsets.UTF_8);
    }
}
