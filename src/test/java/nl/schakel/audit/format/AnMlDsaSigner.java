package nl.schakel.audit.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import nl.schakel.audit.CheckedSignature;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** A signer of checkpoints with an ML-DSA-44 key made from a number. */
final class AnMlDsaSigner {
    private final MLDSAPrivateKeyParameters secret;
    private final VerificationKey key;

    AnMlDsaSigner(String name, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        this.secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
        this.key = VerificationKey.of(name, SignatureType.ML_DSA_44, secret.getPublicKey());
    }

    VerificationKey key() {
        return key;
    }

    NoteSignature sign(String text, long time) {
        byte[] message = CheckedSignature.message(text, key, time);
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        try {
            byte[] signature = signer.generateSignature();
            byte[] timed =
                    Arrays.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(time).array(), Long.BYTES + signature.length);
            System.arraycopy(signature, 0, timed, Long.BYTES, signature.length);
            return NoteSignature.of(key, timed);
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }
}
