package nl.schakel.pseudonym;

import java.net.URI;

/** Port: the service as the command line reaches it, for two custodians at one table. */
public interface CeremonyDesk {
    /**
     * A service and the tokens of the two.
     *
     * @param first the token of who proposes
     * @param second the token of who confirms
     */
    record Table(URI service, String first, String second) {}

    /**
     * Has the first propose and the second confirm.
     *
     * @throws CeremonyFailed with the service's reason, where it refuses either or does not answer
     */
    void take(Table table, KeyWish wish);
}
