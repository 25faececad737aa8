package nl.schakel.pseudonym.crypto;

/**
 * What multiplies by the secret key, a native library or a hardware token, gave a result that cannot be. Nothing that it
 * gave may be used; the holder is suspended.
 */
final class FaultyDerivation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what what was found, without any value */
    FaultyDerivation(String what) {
        super(what);
    }

    FaultyDerivation(String what, Throwable cause) {
        super(what, cause);
    }
}
