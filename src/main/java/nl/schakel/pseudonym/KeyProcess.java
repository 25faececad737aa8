package nl.schakel.pseudonym;

import java.nio.file.Path;
import java.util.Optional;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.work.CommandFailed;

/** Port: holder A's keys in a process of their own, which computes with them for the service and tells only results. */
public interface KeyProcess {
    /**
     * Where the process is reached.
     *
     * @param socket a Unix socket that is made; its folder is made where it is missing
     * @param group the operating system's group that may connect beside the process' own user, or none
     */
    record Place(Path socket, Optional<String> group) {}

    /** The keys cannot be served. */
    final class NotServed extends CommandFailed {
        private static final long serialVersionUID = 1L;

        /** @param message what is wrong, as a clause without full stop */
        public NotServed(String message) {
            super(message);
        }
    }

    /**
     * Opens the store or token and answers questions until the process is told to end.
     *
     * @param ready is run once questions are answered
     * @throws NotServed where the keys are not usable, or the place is not safe or taken
     */
    void serve(HolderFiles files, ExampleKeys examples, Place place, Runnable ready);
}
