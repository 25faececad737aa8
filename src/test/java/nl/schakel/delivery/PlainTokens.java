package nl.schakel.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import nl.schakel.school.SchoolSite;

/** Tokens without keys, for plain tests: equal for equal input, different otherwise. */
public final class PlainTokens implements Pseudonymizer {
    @Override
    public int generation() {
        return 1;
    }

    @Override
    public Token linkage(Pgn pgn) {
        return token("linkage", pgn.canonical(Reveal.forKeyedHashing()));
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        return pgns.stream().map(this::linkage).toList();
    }

    @Override
    public Token linkage(EvaluatedNumber number) {
        return token("evaluated", number.bytes());
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return token("local/" + site + "/" + sourceSystem, key.bytes(Reveal.forKeyedHashing()));
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return token(kind.label(), canonical);
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return token(kind.label() + Arrays.toString(scope.canonical(Reveal.forKeyedHashing())), value);
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return scoped(TokenKind.BIRTH_DATE, scope, day.bytes(Reveal.forKeyedHashing()));
    }

    @Override
    public FileDigest fileDigest() {
        MessageDigest digest = sha256();
        return new FileDigest() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                digest.update(bytes, offset, length);
            }

            @Override
            public byte[] finish() {
                return digest.digest();
            }
        };
    }

    private static Token token(String kind, byte[] value) {
        MessageDigest digest = sha256();
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Token.of(digest.digest(value));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
