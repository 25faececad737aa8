package nl.schakel.release;

import java.io.IOException;
import java.io.InputStream;

/** Port of the tools, found by the service loader: age v1 on the researcher's side. */
public interface Decryption {
    /** A new key pair. */
    AgeKeyPair newKeyPair();

    /**
     * A stream of the clear text, in constant memory. Each chunk is authenticated before its bytes are handed over; a
     * changed or cut file ends in an {@link IOException}, at the latest at its end, so read to the end.
     *
     * @throws PackageRejected where the file is not for this key
     */
    InputStream decrypting(InputStream sealed, AgeIdentity identity) throws IOException;
}
