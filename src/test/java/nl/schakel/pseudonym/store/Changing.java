package nl.schakel.pseudonym.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;

/** A pseudonymizer that counts how often it is told that the generation changed. */
record Changing(Pseudonymizer keys, AtomicInteger changes) implements Pseudonymizer {
    @Override
    public void changed() {
        changes.incrementAndGet();
    }

    @Override
    public int generation() {
        return keys.generation();
    }

    @Override
    public Token linkage(Pgn pgn) {
        return keys.linkage(pgn);
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        return keys.linkage(pgns);
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return keys.local(site, sourceSystem, key);
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return keys.token(kind, canonical);
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return keys.scoped(kind, scope, value);
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return keys.birthDate(scope, day);
    }

    @Override
    public FileDigest fileDigest() {
        return keys.fileDigest();
    }
}
