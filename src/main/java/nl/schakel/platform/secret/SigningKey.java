package nl.schakel.platform.secret;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key that signs and tells its public half, and nothing else. Thread-safe. Source: RFC 8032. */
public final class SigningKey {
    private final Ed25519PrivateKeyParameters key;

    SigningKey(SecretBytes seed) {
        byte[] bytes = seed.copy();
        this.key = new Ed25519PrivateKeyParameters(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    /** The signature of the message, 64 bytes; the same each time. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The public key, 32 bytes. */
    public byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
