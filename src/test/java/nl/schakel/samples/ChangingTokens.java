package nl.schakel.samples;

import java.util.List;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;

/**
 * Tokens while a change of keys is open: each is found by that of the earlier series too, but for those of attributes.
 *
 * @param now the series in force
 * @param before the one before it
 */
public record ChangingTokens(Pseudonymizer now, Pseudonymizer before) implements Pseudonymizer {
    @Override
    public int generation() {
        return now.generation();
    }

    @Override
    public Token linkage(Pgn pgn) {
        return now.linkage(pgn).foundBy(before.linkage(pgn));
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        return pgns.stream().map(this::linkage).toList();
    }

    @Override
    public Token linkage(EvaluatedNumber number) {
        return now.linkage(number).foundBy(before.linkage(number));
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return now.local(site, sourceSystem, key).foundBy(before.local(site, sourceSystem, key));
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return now.token(kind, canonical).foundBy(before.token(kind, canonical));
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return now.scoped(kind, scope, value);
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return now.birthDate(scope, day);
    }

    @Override
    public FileDigest fileDigest() {
        return now.fileDigest();
    }
}
