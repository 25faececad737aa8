package nl.schakel.platform.secret;

/** A private scalar on P-256 and its public point; cannot be printed or compared. Immutable, but for closing the scalar. */
public final class CurveKey {
    private final SecretBytes scalar;
    private final byte[] publicPoint;

    CurveKey(SecretBytes scalar, byte[] publicPoint) {
        this.scalar = scalar;
        this.publicPoint = publicPoint;
    }

    /** The scalar, 32 bytes big-endian, between 1 and the group order; owned by the store. */
    public SecretBytes scalar() {
        return scalar;
    }

    /** The compressed public point, 33 bytes: what the key is known by. */
    public byte[] publicPoint() {
        return publicPoint.clone();
    }

    @Override
    public String toString() {
        return "CurveKey[hidden]";
    }
}
