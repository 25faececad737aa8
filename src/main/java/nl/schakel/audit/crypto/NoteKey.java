package nl.schakel.audit.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import nl.schakel.audit.CheckedSignature;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.platform.secret.SigningKey;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** A key that signs notes under a name; the same text and moment give the same signature. Thread-safe. */
final class NoteKey {
    private final VerificationKey key;
    private final UnaryOperator<byte[]> signer;

    private NoteKey(VerificationKey key, UnaryOperator<byte[]> signer) {
        this.key = key;
        this.signer = signer;
    }

    /** An Ed25519 key that makes signatures of this kind. */
    static NoteKey ed25519(String name, SignatureType type, SigningKey key) {
        return new NoteKey(VerificationKey.of(name, type, key.publicKey()), key::sign);
    }

    /** The ML-DSA-44 key of a seed of 32 bytes (FIPS 204, algorithm 6), which signs without fresh randomness. */
    static NoteKey mlDsa44(String name, SecretBytes seed) {
        byte[] bytes = seed.copy();
        MLDSAPrivateKeyParameters secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, bytes);
        Arrays.fill(bytes, (byte) 0);
        byte[] publicKey = secret.getPublicKeyParameters().getEncoded();
        return new NoteKey(VerificationKey.of(name, SignatureType.ML_DSA_44, publicKey), message -> {
            try {
                MLDSASigner signer = new MLDSASigner();
                signer.init(true, secret);
                signer.update(message, 0, message.length);
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException("ML-DSA-44 does not sign", e);
            }
        });
    }

    /** The public half. */
    VerificationKey verification() {
        return key;
    }

    /** The line under the text, with this moment in seconds since 1970 where the kind holds one. */
    NoteSignature sign(String text, long time) {
        byte[] signature = signer.apply(CheckedSignature.message(text, key, time));
        byte[] start = key.type().timestamped()
                ? ByteBuffer.allocate(Long.BYTES).putLong(time).array()
                : new byte[0];
        byte[] value = Arrays.copyOf(start, start.length + signature.length);
        System.arraycopy(signature, 0, value, start.length, signature.length);
        return NoteSignature.of(key, value);
    }
}
