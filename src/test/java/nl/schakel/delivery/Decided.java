package nl.schakel.delivery;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.Objections;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.SchoolDecisions;
import nl.schakel.pseudonym.Token;

/** What a school in a test has recorded. */
public final class Decided implements SchoolDecisions {
    /** Tokens of pupils who object. */
    public final Set<Token> objecting = new HashSet<>();

    /** Linkage pseudonyms of pupils who object. */
    public final Set<Token> objectingNumbers = new HashSet<>();

    /** Tokens of pupils with consent. */
    public final Set<Token> consenting = new HashSet<>();

    @Override
    public Objections objections(Instant at) {
        return new Objections(objecting, objectingNumbers);
    }

    @Override
    public Set<Token> consenting(Purpose purpose, Instrument instrument, Instant at) {
        return Set.copyOf(consenting);
    }
}
