package nl.schakel.pseudonym.crypto;

import java.nio.file.Path;
import java.util.List;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.Pgn;

/** The example keys of A and B, opened in the process of the test. */
public final class ExampleKeysHere {
    private ExampleKeysHere() {}

    /** The linkage pseudonyms of made-up numbers under the first generation. */
    public static List<byte[]> linkage(List<String> numbers) {
        Pseudonymizer here = new DirectPseudonymizer(HolderA.of(store("a")), new HolderB(store("b"), 1).layers());
        List<Pgn> pgns =
                numbers.stream().map(number -> Pgn.parse(number).orElseThrow()).toList();
        return here.linkage(pgns).stream().map(Token::bytes).toList();
    }

    private static HolderStore store(String holder) {
        Path folder = Path.of("keys-example");
        return HolderStore.open(
                new HolderFiles(folder.resolve(holder + ".bcfks"), folder.resolve(holder + ".wachtzin")),
                ExampleKeys.ALLOWED);
    }
}
