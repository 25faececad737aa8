package nl.schakel.pseudonym.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import nl.schakel.school.SchoolSite;

/**
 * LVS-PSN-1 in direct mode: this process sees the number and evaluates holder A's function itself, instead of sending a
 * blinded point to it. The tokens are the same in both modes.
 */
final class DirectPseudonymizer implements Pseudonymizer {
    private static final String TOKEN = "lvs-psn-1/token";

    private final HolderA a;
    private final LinkLayers layers;

    DirectPseudonymizer(HolderA a, LinkLayers layers) {
        this.a = a;
        this.layers = layers;
    }

    @Override
    public int generation() {
        return layers.generation();
    }

    @Override
    public Token linkage(Pgn pgn) {
        byte[] cid = pgn.canonical(Reveal.forKeyedHashing());
        try {
            return layers.over(a.oprf().evaluate(cid));
        } finally {
            Arrays.fill(cid, (byte) 0);
        }
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        Token[] tokens = new Token[pgns.size()];
        IntStream.range(0, tokens.length).parallel().forEach(i -> tokens[i] = linkage(pgns.get(i)));
        return List.of(tokens);
    }

    @Override
    public Token local(SchoolSite site, String sourceSystem, LocalPupilKey key) {
        byte[] pupil = key.bytes(Reveal.forKeyedHashing());
        byte[] canonical = Framed.of(site.brin().value())
                .text(site.site())
                .text(sourceSystem)
                .bytes(pupil)
                .toBytes();
        try {
            return token(TokenKind.LOCAL, canonical);
        } finally {
            Arrays.fill(pupil, (byte) 0);
            Arrays.fill(canonical, (byte) 0);
        }
    }

    @Override
    public Token token(TokenKind kind, byte[] canonical) {
        if (kind.onlyScoped()) {
            throw new IllegalArgumentException(kind + " has tokens only within a scope");
        }
        return keyed(Framed.of(TOKEN).text(kind.label()).bytes(canonical).toBytes());
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        byte[] cid = scope.canonical(Reveal.forKeyedHashing());
        try {
            return keyed(
                    Framed.of(TOKEN).text(kind.label()).bytes(cid).bytes(value).toBytes());
        } finally {
            Arrays.fill(cid, (byte) 0);
        }
    }

    @Override
    public Token birthDate(Pgn scope, BirthDate day) {
        byte[] text = day.bytes(Reveal.forKeyedHashing());
        try {
            return scoped(TokenKind.BIRTH_DATE, scope, text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private Token keyed(byte[] message) {
        byte[] tag = a.token().tag(message);
        Arrays.fill(message, (byte) 0);
        return layers.over(tag);
    }

    @Override
    public FileDigest fileDigest() {
        return new KeyedFileDigest(a.file().newMac());
    }

    private static final class KeyedFileDigest implements FileDigest {
        private final Mac mac;
        private boolean finished;

        KeyedFileDigest(Mac mac) {
            this.mac = mac;
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            mac.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            if (finished) {
                throw new IllegalStateException("the digest has ended");
            }
            finished = true;
            return mac.doFinal();
        }
    }
}
