package nl.schakel.pseudonym.crypto;

import java.util.List;

/** Plain ECDH with a secret scalar of P-256: of the product it tells x only, as hardware tokens do. Thread-safe. */
interface Derivation {
    /** The x of each point's product, 32 bytes big-endian. @throws FaultyDerivation where it fails */
    List<byte[]> derive(List<CurvePoint> points);
}
