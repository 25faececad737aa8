package nl.schakel.audit;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of signatures under a note that are understood here. Source: C2SP signed-note and tlog-cosignature. */
public enum SignatureType {
    /** Ed25519 over the text. */
    ED25519(0x01, Algorithm.ED25519, false),
    /** Ed25519 over the text and a moment: the cosignature of a witness. */
    COSIGNATURE(0x04, Algorithm.ED25519, true),
    /** ML-DSA-44 over the checkpoint in the text, the name of the signer and a moment. */
    ML_DSA_44(0x06, Algorithm.ML_DSA_44, true);

    /** The bytes of the moment before a timestamped signature. */
    static final int TIME_LENGTH = Long.BYTES;

    private final int code;
    private final Algorithm algorithm;
    private final boolean timestamped;

    /** What computes the signature. */
    public enum Algorithm {
        /** RFC 8032: keys of 32 bytes, signatures of 64. */
        ED25519(32, 64),
        /** FIPS 204, pure, with an empty context: keys of 1,312 bytes, signatures of 2,420. */
        ML_DSA_44(1312, 2420);

        private final int keyLength;
        private final int signatureLength;

        Algorithm(int keyLength, int signatureLength) {
            this.keyLength = keyLength;
            this.signatureLength = signatureLength;
        }

        /** The bytes of a public key. */
        public int keyLength() {
            return keyLength;
        }

        /** The bytes of a signature. */
        public int signatureLength() {
            return signatureLength;
        }
    }

    SignatureType(int code, Algorithm algorithm, boolean timestamped) {
        this.code = code;
        this.algorithm = algorithm;
        this.timestamped = timestamped;
    }

    /** The kind with this number, or empty where it is none of these. */
    static Optional<SignatureType> of(byte code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** The number that stands before a public key of this kind. */
    public byte code() {
        return (byte) code;
    }

    /** What computes the signature. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** Whether the moment of signing is part of the signature. */
    public boolean timestamped() {
        return timestamped;
    }

    /** The bytes of what stands in a signature line, without the number of the key. */
    int length() {
        return algorithm.signatureLength() + (timestamped ? TIME_LENGTH : 0);
    }
}
