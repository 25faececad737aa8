package nl.schakel.pseudonym.crypto;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.FileDigest;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.PseudonymRefused;
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
    private static final Map<TokenKind, byte[]> BEGINNINGS = new EnumMap<>(TokenKind.class);

    static {
        for (TokenKind kind : TokenKind.values()) {
            BEGINNINGS.put(kind, Framed.of("lvs-psn-1/token").text(kind.label()).toBytes());
        }
    }

    private final Functions present;
    private final Optional<Functions> earlier;

    /** The functions of one series of keys. */
    private record Functions(int oprfVersion, Oprf oprf, HmacKey token, HmacKey file, LinkLayers layers) {
        static Functions of(KeySeries series, HolderA a, LinkLayers layers) {
            return new Functions(
                    series.oprf(), a.oprf(series.oprf()), a.token(series.token()), a.file(series.token()), layers);
        }
    }

    /** The first series alone. */
    DirectPseudonymizer(HolderA a, LinkLayers layers) {
        present = Functions.of(KeySeries.beginning(layers.generation()), a, layers);
        earlier = Optional.empty();
    }

    /** The series in force; while a change is open every token carries the one of the earlier series. */
    DirectPseudonymizer(HolderA a, HolderB b) {
        present = Functions.of(b.series().present(), a, b.layers());
        earlier = b.series()
                .earlier()
                .map(series -> Functions.of(series, a, b.earlierLayers().orElseThrow()));
    }

    @Override
    public int generation() {
        return present.layers().generation();
    }

    @Override
    public Token linkage(Pgn pgn) {
        return linkage(List.of(pgn)).get(0);
    }

    @Override
    public List<Token> linkage(List<Pgn> pgns) {
        return beginLinkage(pgns).get();
    }

    @Override
    public Supplier<List<Token>> beginLinkage(List<Pgn> pgns) {
        Map<ByteBuffer, Integer> places = new LinkedHashMap<>();
        int[] placeOf = new int[pgns.size()];
        for (int i = 0; i < placeOf.length; i++) {
            ByteBuffer cid = ByteBuffer.wrap(pgns.get(i).canonical(Reveal.forKeyedHashing()));
            Integer known = places.putIfAbsent(cid, places.size());
            placeOf[i] = known == null ? places.size() - 1 : known;
        }
        List<byte[]> cids = places.keySet().stream().map(ByteBuffer::array).toList();
        List<ForkJoinTask<List<Token>>> pieces = forked(cids);
        return () -> {
            List<Token> tokens = joined(pieces);
            return Arrays.stream(placeOf).mapToObj(tokens::get).toList();
        };
    }

    /** The tokens of distinct encodings, in pieces that are large enough to share work and small enough to be spread. */
    private List<ForkJoinTask<List<Token>>> forked(List<byte[]> cids) {
        int fair = cids.size() / Runtime.getRuntime().availableProcessors();
        int size = Math.max(1, Math.min(fair, Oprf.USEFUL));
        List<ForkJoinTask<List<Token>>> pieces = new ArrayList<>();
        for (int from = 0; from < cids.size(); from += size) {
            List<byte[]> piece = cids.subList(from, Math.min(cids.size(), from + size));
            pieces.add(ForkJoinTask.adapt(() -> evaluated(piece)).fork());
        }
        return pieces;
    }

    private List<Token> evaluated(List<byte[]> cids) {
        try {
            List<byte[]> values = present.oprf().evaluate(cids);
            List<Token> tokens = values.stream().map(present.layers()::over).toList();
            return earlier.map(functions -> foundBy(tokens, earlierValues(cids, values, functions), functions))
                    .orElse(tokens);
        } finally {
            cids.forEach(cid -> Arrays.fill(cid, (byte) 0));
        }
    }

    /** A series that has only a new chain of layers has the same values under it. */
    private List<byte[]> earlierValues(List<byte[]> cids, List<byte[]> values, Functions functions) {
        return functions.oprfVersion() == present.oprfVersion()
                ? values
                : functions.oprf().evaluate(cids);
    }

    private static List<Token> foundBy(List<Token> tokens, List<byte[]> values, Functions functions) {
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.get(i).foundBy(functions.layers().over(values.get(i))))
                .toList();
    }

    /** @throws PseudonymRefused.OtherSeries where it was evaluated with other keys than are in force */
    @Override
    public Token linkage(EvaluatedNumber number) {
        byte[] value = number.under(present.oprfVersion()).orElseThrow(PseudonymRefused.OtherSeries::new);
        Token token = present.layers().over(value);
        return earlier.map(functions -> token.foundBy(functions
                        .layers()
                        .over(number.under(functions.oprfVersion()).orElseThrow(PseudonymRefused.OtherSeries::new))))
                .orElse(token);
    }

    /** Waits from the last piece to the first, because that is how the waiting thread can help. */
    private static List<Token> joined(List<ForkJoinTask<List<Token>>> pieces) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            pieces.get(i).quietlyJoin();
        }
        return pieces.stream().map(ForkJoinTask::join).flatMap(List::stream).toList();
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
        Token token = token(present, kind, canonical);
        return earlier.map(functions -> token.foundBy(token(functions, kind, canonical)))
                .orElse(token);
    }

    private static Token token(Functions functions, TokenKind kind, byte[] canonical) {
        return functions.layers().over(begun(kind).bytes(canonical).tag(functions.token()));
    }

    @Override
    public Token scoped(TokenKind kind, Pgn scope, byte[] value) {
        byte[] cid = scope.canonical(Reveal.forKeyedHashing());
        try {
            return present.layers().over(begun(kind).bytes(cid).bytes(value).tag(present.token()));
        } finally {
            Arrays.fill(cid, (byte) 0);
        }
    }

    private static Framed begun(TokenKind kind) {
        return Framed.after(Objects.requireNonNull(BEGINNINGS.get(kind)));
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

    @Override
    public FileDigest fileDigest() {
        return new KeyedFileDigest(present.file().begin());
    }

    private static final class KeyedFileDigest implements FileDigest {
        private final HmacKey.Running running;
        private boolean finished;

        KeyedFileDigest(HmacKey.Running running) {
            this.running = running;
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            running.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            if (finished) {
                throw new IllegalStateException("the digest has ended");
            }
            finished = true;
            return running.tag();
        }
    }
}
