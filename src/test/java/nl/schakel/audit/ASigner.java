package nl.schakel.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A signer of notes with an Ed25519 key made from a number. */
public final class ASigner {
    private final Ed25519PrivateKeyParameters secret;
    private final VerificationKey key;

    private ASigner(String name, SignatureType type, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        this.secret = new Ed25519PrivateKeyParameters(seed, 0);
        this.key = VerificationKey.of(name, type, secret.generatePublicKey().getEncoded());
    }

    /** Signs texts. */
    public static ASigner log(String name, int number) {
        return new ASigner(name, SignatureType.ED25519, number);
    }

    /** Signs texts with the moment, as a witness. */
    public static ASigner witness(String name, int number) {
        return new ASigner(name, SignatureType.COSIGNATURE, number);
    }

    /** The public half. */
    public VerificationKey key() {
        return key;
    }

    /** The line under the text, made at this moment (seconds since 1970; unused by a log). */
    public NoteSignature sign(String text, long time) {
        byte[] message = CheckedSignature.message(text, key, time);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        byte[] signature = signer.generateSignature();
        if (!key.type().timestamped()) {
            return NoteSignature.of(key, signature);
        }
        byte[] timed = Arrays.copyOf(ByteBuffer.allocate(8).putLong(time).array(), 8 + signature.length);
        System.arraycopy(signature, 0, timed, 8, signature.length);
        return NoteSignature.of(key, timed);
    }
}
