package nl.schakel.pseudonym.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.schakel.platform.secret.CheapStores;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;

/** Key stores of holders A and B drawn for one test, with several generations of linkage keys, and what is made with them. */
public final class DrawnKeys {
    private final HolderStore a;
    private final HolderStore b;

    /** Writes stores with the linkage keys 1 to {@code generations} into the folder. */
    public DrawnKeys(Path folder, int generations) throws java.io.IOException {
        this(folder, IntStream.rangeClosed(1, generations).boxed().toList());
    }

    /** Writes stores with these generations of linkage keys into the folder. */
    public DrawnKeys(Path folder, List<Integer> generations) throws java.io.IOException {
        SecureRandom random = new SecureRandom();
        HolderFiles fileA = files(folder, "a");
        HolderFiles fileB = files(folder, "b");
        KeyEntries keysOfA = new KeyEntries()
                .withCurve("oprf", random)
                .withSecret("token", random)
                .withCurve("oprf/2", random)
                .withSecret("token/2", random);
        CheapStores.write(keysOfA, fileA);
        KeyEntries keys = new KeyEntries().withSecret("research/1", random);
        generations.forEach(generation -> keys.withSecret("link/" + generation, random));
        CheapStores.write(keys, fileB);
        a = HolderStore.open(fileA, ExampleKeys.REFUSED);
        b = HolderStore.open(fileB, ExampleKeys.REFUSED);
    }

    private static HolderFiles files(Path folder, String holder) throws java.io.IOException {
        Path passphrase = folder.resolve(holder + ".wachtzin");
        Files.writeString(passphrase, "a pass-phrase for one test only\n");
        return new HolderFiles(folder.resolve(holder + ".bcfks"), passphrase);
    }

    /** Direct mode while this generation is in force. */
    public Pseudonymizer pseudonymizer(int inForce) {
        return new DirectPseudonymizer(HolderA.of(a), new HolderB(b, inForce).layers());
    }

    /** Direct mode with these series. */
    public Pseudonymizer pseudonymizer(SeriesInForce series) {
        return pseudonymizer(HolderA.of(a), series);
    }

    /** Direct mode with these series, where holder A's keys are reached in this way. */
    Pseudonymizer pseudonymizer(HolderA keysOfA, SeriesInForce series) {
        return new DirectPseudonymizer(keysOfA, new HolderB(b, series));
    }

    /** Holder A's keys as a process of their own serves them. */
    KeyAnswers answers() {
        return KeyAnswers.of(a);
    }

    /** y of each number under these versions of the key {@code oprf}, the newest first. */
    public List<EvaluatedNumber> evaluated(List<Pgn> numbers, int... versions) {
        HolderA holder = HolderA.of(a);
        List<EvaluatedNumber> evaluated = new ArrayList<>();
        for (Pgn number : numbers) {
            EvaluatedNumber under = null;
            for (int i = versions.length - 1; i >= 0; i--) {
                byte[] cid = number.canonical(Reveal.forKeyedHashing());
                EvaluatedNumber y = EvaluatedNumber.of(holder.oprf(versions[i]).evaluate(cid))
                        .ofVersion(versions[i]);
                under = under == null ? y : y.with(under);
            }
            evaluated.add(Objects.requireNonNull(under));
        }
        return evaluated;
    }

    /** The check values of holder A's keys, by name. */
    public Map<String, String> checkValuesOfA() {
        return a.checkValues();
    }

    /** Layers of the store. */
    public NextLayers layers() {
        return generation -> StoredLayers.of(b, generation);
    }
}
