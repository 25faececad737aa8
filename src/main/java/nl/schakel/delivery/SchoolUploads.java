package nl.schakel.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.Canaries;

/** Port: the service as a school's program reaches it. */
public interface SchoolUploads {
    /** Requests with a token of the school. */
    interface Session extends BlindClient.Exchange {
        /** The published canaries of each version of the key that is in use: the newest first. */
        List<Canaries> canaries();

        /**
         * Delivers a file, streamed.
         *
         * @param query parameters of the contract, such as {@code wijze}
         * @param key idempotency key
         * @param body opens the bytes; whoever reads closes
         */
        Answer deliver(Map<String, String> query, String key, Supplier<InputStream> body) throws IOException;
    }

    /**
     * What came back.
     *
     * @param body JSON of the delivery or of the problem
     */
    record Answer(boolean accepted, String body) {}

    /** A file was not delivered. */
    final class NotDelivered extends CommandFailed {
        private static final long serialVersionUID = 1L;

        /** @param message what is wrong, as a clause without full stop */
        public NotDelivered(String message) {
            super(message);
        }

        /** The same with the cause, which is not shown. */
        public NotDelivered(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Requests to the service at this address.
     *
     * @throws NotDelivered where it is no https address; http goes to this machine only
     */
    Session at(URI service, String token);
}
