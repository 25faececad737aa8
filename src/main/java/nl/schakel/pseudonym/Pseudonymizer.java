package nl.schakel.pseudonym;

import java.util.List;
import java.util.function.Supplier;
import nl.schakel.platform.database.Zone;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;

/**
 * Port: turns identifiers into tokens by the keys of holders A and B (LVS-PSN-1). Whoever calls it gets functions, never
 * keys. The same input gives the same token throughout one {@link #generation}; without both holders' keys no token can
 * be computed, inverted or tested against a guess.
 *
 * <p>Thread-safe. Every method throws {@link PseudonymRefused.Suspended} where a key store is missing or holds other keys
 * than the stored tokens were made with, and for good once what computes with a key gave a result that cannot be.
 */
public interface Pseudonymizer {
    /** The generation of the linkage keys that is in force, 1 or more; every token made now is of this generation. */
    int generation();

    /**
     * Keeps the generation in force until the end of the caller's transaction: a rotation waits for it. Call it first in a
     * transaction that stores or compares tokens. Where keys never change there is nothing to keep.
     *
     * @param zone {@link Zone#SCHOOL} or {@link Zone#LINK}
     */
    default void hold(Zone zone) {}

    /** Takes note that another generation is in force than {@link #generation}: it is looked up again. */
    default void changed() {}

    /** The linkage pseudonym LP of a pupil's number. Costs about a quarter of a millisecond, in a list half of that. */
    Token linkage(Pgn pgn);

    /** The linkage pseudonyms of many numbers, in their order, computed on all cores; a repeated number is computed once. */
    List<Token> linkage(List<Pgn> pgns);

    /** The linkage pseudonym of a number that the school had evaluated blind, which was counted then: the same as direct. */
    Token linkage(EvaluatedNumber number);

    /**
     * Begins the linkage pseudonyms of many numbers, so that the caller can store those before meanwhile; see
     * {@link PseudonymsAhead}.
     *
     * @return waits for them, helps to compute them, and answers what {@link #linkage(List)} does; to be asked once, by the
     *     thread that began
     */
    default Supplier<List<Token>> beginLinkage(List<Pgn> pgns) {
        List<Token> tokens = linkage(pgns);
        return () -> tokens;
    }

    /**
     * The token of a pupil's key in one school's administration.
     *
     * @param sourceSystem the name of the administration, which makes its keys unique; may be empty, never null
     */
    Token local(SchoolSite site, String sourceSystem, LocalPupilKey key);

    /**
     * The token of another identifier.
     *
     * @param canonical the one spelling of the value, at most 65,535 bytes; wiped by the caller
     * @throws IllegalArgumentException for a kind that exists only scoped
     */
    Token token(TokenKind kind, byte[] canonical);

    /**
     * The token of an attribute of one person: equal values of different persons have different tokens, so nothing can be
     * counted.
     *
     * @param scope the number of the person, without which the token has no meaning
     * @param value the one spelling of the value, at most 65,535 bytes; wiped by the caller
     */
    Token scoped(TokenKind kind, Pgn scope, byte[] value);

    /**
     * The token of a date of birth within the scope of one person: {@link #scoped} of kind {@link TokenKind#BIRTH_DATE} over
     * the ISO form of the day, so that sources agree and nobody else needs to read the day.
     */
    Token birthDate(Pgn scope, BirthDate day);

    /** A keyed digest of a file that is being read; one instance for one file. */
    FileDigest fileDigest();
}
