package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.Signatures;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** Checks signatures by Bouncy Castle. Source: RFC 8032, FIPS 204. Thread-safe. */
@Dependent
public class BouncySignatures implements Signatures {
    /** For the service loader and the container. */
    public BouncySignatures() {}

    @Override
    public boolean verifies(SignatureType.Algorithm algorithm, byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != algorithm.keyLength() || signature.length != algorithm.signatureLength()) {
            return false;
        }
        try {
            Signer signer = algorithm == SignatureType.Algorithm.ED25519 ? new Ed25519Signer() : new MLDSASigner();
            signer.init(false, key(algorithm, publicKey));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false; // the bytes are no point of the curve
        }
    }

    private static AsymmetricKeyParameter key(SignatureType.Algorithm algorithm, byte[] publicKey) {
        return switch (algorithm) {
            case ED25519 -> new Ed25519PublicKeyParameters(publicKey, 0);
            case ML_DSA_44 -> new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey);
        };
    }
}
