package nl.schakel.audit;

/** Port, found by the service loader where there is no container: checks bare signatures. Thread-safe. */
public interface Signatures {
    /**
     * Whether the signature over the message was made with the secret half of this key. A key or signature of another length or
     * form gives false, never an exception.
     */
    boolean verifies(SignatureType.Algorithm algorithm, byte[] publicKey, byte[] message, byte[] signature);
}
