package nl.schakel.release;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

/** Port of the tools, found by the service loader: a Schakel service from outside. */
public interface PackageSource {
    /** The service at this address, with this token. */
    Session at(URI service, String token);

    /** A signed-in connection. */
    interface Session {
        /** The note over the encrypted package. @throws PackageRejected with the service's own words where it refuses */
        String note(ReleaseId id) throws IOException;

        /** Writes the encrypted package to {@code out}. @throws PackageRejected as {@link #note} */
        void download(ReleaseId id, OutputStream out) throws IOException;

        /** The verification key that the service itself publishes. @throws PackageRejected as {@link #note} */
        String verificationKey() throws IOException;
    }
}
