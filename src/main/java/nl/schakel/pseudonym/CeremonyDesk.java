package nl.schakel.pseudonym;

import java.net.URI;
import java.util.List;

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
     * @return the keys that the step put in force, where it opened a change of keys
     * @throws CeremonyFailed with the service's reason, where it refuses either or does not answer
     */
    List<String> take(Table table, KeyWish wish);

    /**
     * The persons that closing the change of keys loses as things are, as the first may see.
     *
     * @throws CeremonyFailed where the service refuses it or does not answer, or no change is open
     */
    LostPersons lost(Table table);
}
