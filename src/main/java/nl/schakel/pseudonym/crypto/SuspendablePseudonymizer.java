package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.StudyPseudonymizer;
import nl.schakel.pseudonym.StudyPseudonyms;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;

/**
 * Both ports over the opened keys: can be injected always, and refuses when used without keys or after a derivation went
 * wrong.
 */
@Dependent
class SuspendablePseudonymizer implements Pseudonymizer, StudyPseudonyms {
    private final OpenedKeys keys;

    @Inject
    SuspendablePseudonymizer(OpenedKeys keys) {
        this.keys = keys;
    }

    private Pseudonymizer direct() {
        return new DirectPseudonymizer(keys.a(), keys.b().layers());
    }

    @Override
    public int generation() {
        return keys.b().layers().generation();
    }

    @Override
    public Token linkage(Pgn pgn) {
        return linkage(List.of(pgn)).get(0);
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        Pseudonymizer direct = direct();
        try {
            return direct.linkage(pgns);
        } catch (FaultyDerivation e) {
            throw keys.suspendA(e);
        }
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return direct().local(site, sourceSystem, key);
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return direct().token(kind, canonical);
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return direct().scoped(kind, scope, value);
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return direct().birthDate(scope, day);
    }

    @Override
    public FileDigest fileDigest() {
        return direct().fileDigest();
    }

    @Override
    public StudyPseudonymizer forStudy(String studyCode, int version) {
        return new RootedStudyPseudonyms(keys.b().researchRoot()).forStudy(studyCode, version);
    }
}
