package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.schakel.audit.CurrentActor;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.ReserveEvaluations;
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
    private final ReserveEvaluations reserve;
    private final CurrentActor actors;

    @Inject
    SuspendablePseudonymizer(OpenedKeys keys, ReserveEvaluations reserve, CurrentActor actors) {
        this.keys = keys;
        this.reserve = reserve;
        this.actors = actors;
    }

    private <T> T direct(Function<Pseudonymizer, T> function) {
        return guarded(() -> function.apply(new DirectPseudonymizer(keys.a(), keys.b())));
    }

    private <T> T guarded(Supplier<T> function) {
        try {
            return function.get();
        } catch (FaultyDerivation e) {
            throw keys.suspend(e);
        } catch (KeysAway e) {
            throw keys.away(e);
        }
    }

    @Override
    public int generation() {
        return keys.b().layers().generation();
    }

    @Override
    public void hold(Zone zone) {
        keys.hold(zone);
    }

    @Override
    public void changed() {
        keys.renewB();
    }

    /** What a school has evaluated is counted; what the operators of registers have is not. */
    private void reserve(int evaluations) {
        actors.actor()
                .filter(actor -> actor.school().isPresent() && evaluations > 0)
                .ifPresent(actor -> reserve.reserve(actor, evaluations));
    }

    @Override
    public Token linkage(Pgn pgn) {
        reserve(1);
        return direct(pseudonymizer -> pseudonymizer.linkage(pgn));
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        reserve(pgns.size());
        return direct(pseudonymizer -> pseudonymizer.linkage(pgns));
    }

    @Override
    public Token linkage(EvaluatedNumber number) {
        return direct(pseudonymizer -> pseudonymizer.linkage(number));
    }

    @Override
    public Supplier<List<Token>> beginLinkage(List<Pgn> pgns) {
        reserve(pgns.size());
        Supplier<List<Token>> begun = direct(pseudonymizer -> pseudonymizer.beginLinkage(pgns));
        return () -> guarded(begun);
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return direct(pseudonymizer -> pseudonymizer.local(site, sourceSystem, key));
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return direct(pseudonymizer -> pseudonymizer.token(kind, canonical));
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return direct(pseudonymizer -> pseudonymizer.scoped(kind, scope, value));
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return direct(pseudonymizer -> pseudonymizer.birthDate(scope, day));
    }

    @Override
    public FileDigest fileDigest() {
        return direct(Pseudonymizer::fileDigest);
    }

    @Override
    public StudyPseudonymizer forStudy(String studyCode, int version) {
        return guarded(() -> new RootedStudyPseudonyms(keys.b().researchRoot()).forStudy(studyCode, version));
    }
}
