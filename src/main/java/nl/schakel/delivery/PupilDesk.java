package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.PseudonymsAhead;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.school.SchoolSite;

/** Makes tokens of what a file says of pupils, and persons of the tokens. */
@Dependent
public class PupilDesk {
    /** Files do not say reliably from which administration they come, and a site has one: no name. */
    private static final String SOURCE_SYSTEM = "";

    private final Pseudonymizer pseudonymizer;
    private final People people;

    /** Uses the keys and the persons of the running service. */
    @Inject
    public PupilDesk(Pseudonymizer pseudonymizer, People people) {
        this.pseudonymizer = pseudonymizer;
        this.people = people;
    }

    /** Keeps the keys as they are until the end of the transaction; before any token is made. */
    void hold() {
        pseudonymizer.hold(Zone.SCHOOL);
    }

    FileDigest fileDigest() {
        return pseudonymizer.fileDigest();
    }

    Token local(SchoolSite site, LocalPupilKey key) {
        return pseudonymizer.local(site, SOURCE_SYSTEM, key);
    }

    /** A pupil whose number is about to be hashed. */
    record Arrived(PupilRecord pupil, Token local) {}

    /** Hashes the numbers of some pupils while those before are stored. */
    PseudonymsAhead<Arrived> ahead(BiConsumer<List<Arrived>, List<Token>> store) {
        return new PseudonymsAhead<>(pseudonymizer, store);
    }

    /** The tokens of pupils, in the same order, by the pseudonyms of those who have a number. */
    List<PupilTokens> tokens(List<Arrived> pupils, List<Token> linkage) {
        List<PupilTokens> tokens = new ArrayList<>(pupils.size());
        int next = 0;
        for (Arrived arrived : pupils) {
            PupilRecord pupil = arrived.pupil();
            boolean numbered = pupil.pgn().isPresent();
            tokens.add(
                    numbered ? numbered(pupil, arrived.local(), linkage.get(next++)) : blind(pupil, arrived.local()));
        }
        return tokens;
    }

    /** Without the number itself no attribute can be scoped by it. */
    private PupilTokens blind(PupilRecord pupil, Token local) {
        return new PupilTokens(
                local, pupil.evaluated().map(pseudonymizer::linkage).orElse(null), null, null);
    }

    private PupilTokens numbered(PupilRecord pupil, Token local, Token linkage) {
        return new PupilTokens(
                local, linkage, sex(pupil).orElse(null), birthDate(pupil).orElse(null));
    }

    private Optional<Token> sex(PupilRecord pupil) {
        return pupil.pgn()
                .filter(scope -> pupil.sex().isComparable())
                .map(scope ->
                        pseudonymizer.scoped(TokenKind.SEX, scope, pupil.sex().canonical()));
    }

    private Optional<Token> birthDate(PupilRecord pupil) {
        return pupil.pgn().flatMap(scope -> pupil.birthDate().map(day -> pseudonymizer.birthDate(scope, day)));
    }

    /** The persons behind the tokens, in the same order. */
    List<PersonKey> admit(List<PupilTokens> tokens) {
        List<PersonKey> persons = new ArrayList<>(tokens.size());
        for (int from = 0; from < tokens.size(); from += People.MOST) {
            List<PupilTokens> some = tokens.subList(from, Math.min(from + People.MOST, tokens.size()));
            persons.addAll(people.admit(
                    Zone.SCHOOL, some.stream().map(PupilDesk::admission).toList()));
        }
        return persons;
    }

    /** The persons of numbers, in the same order. */
    List<PersonKey> numbered(List<Token> linkage) {
        return people.admit(
                Zone.SCHOOL, linkage.stream().map(Admission::byNumber).toList());
    }

    private static Admission admission(PupilTokens tokens) {
        return new Admission(tokens.linkage(), tokens.local());
    }
}
