package nl.schakel.pseudonym.crypto;

import java.util.List;

/** Multiplies points by a secret scalar that it keeps to itself. Thread-safe. */
interface PointMultiplier {
    /**
     * The products as compressed encodings (SEC 1, 33 bytes), in the order of the points.
     *
     * @throws FaultyDerivation where what computes gives results that cannot be
     */
    List<byte[]> multiply(List<CurvePoint> points);
}
