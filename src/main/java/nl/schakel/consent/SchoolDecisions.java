package nl.schakel.consent;

import java.time.Instant;
import java.util.Set;
import nl.schakel.pseudonym.Token;

/**
 * Port: what parents and pupils told the school that now acts, and nothing of what they told another. Asked while a
 * delivery is read; runs in the running transaction of the school zone and answers for the school of that transaction.
 */
public interface SchoolDecisions {
    /** The school's objections that stand at the moment. */
    Objections objections(Instant at);

    /**
     * The LOCAL tokens of the pupils for whom the school holds an effective consent for the instrument at the moment.
     *
     * @param instrument {@link Instrument#ALL} asks for consent without any exception
     */
    Set<Token> consenting(Purpose purpose, Instrument instrument, Instant at);

    /** The LOCAL tokens of the pupils for whom the school holds an effective consent for every instrument. */
    default Set<Token> consenting(Purpose purpose, Instant at) {
        return consenting(purpose, Instrument.ALL, at);
    }
}
