package nl.schakel.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** Tokens by plain SHA-256 over a salt: the right shape for tests of storage, and no secret. */
public final class PlainTokens implements Pseudonymizer {
    private final String salt;

    /** @param salt makes the persons of one test different from those of others */
    public PlainTokens(String salt) {
        this.salt = salt;
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public Token linkage(Pgn pgn) {
        return hash("linkage", pgn.canonical(Reveal.forKeyedHashing()));
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        return pgns.stream().map(this::linkage).toList();
    }

    @Override
    public Token linkage(EvaluatedNumber number) {
        return hash("evaluated", number.bytes());
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        return hash("local" + site + sourceSystem, key.bytes(Reveal.forKeyedHashing()));
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        return hash(kind.label(), canonical);
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        return hash(kind.label(), scope.canonical(Reveal.forKeyedHashing()), value);
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        return scoped(TokenKind.BIRTH_DATE, scope, day.bytes(Reveal.forKeyedHashing()));
    }

    @Override
    public FileDigest fileDigest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        return new FileDigest() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                all.write(bytes, offset, length);
            }

            @Override
            public byte[] finish() {
                return hash("file", all.toByteArray()).bytes();
            }
        };
    }

    private Token hash(String kind, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((salt + "/" + kind).getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                digest.update((byte) part.length);
                digest.update(part);
            }
            return Token.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
