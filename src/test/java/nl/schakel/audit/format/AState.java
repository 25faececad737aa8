package nl.schakel.audit.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.schakel.audit.BundleCheck;

/** What a verifier kept of the made-up log at an earlier size. */
final class AState {
    private AState() {}

    static String ofADay(int size) {
        ABundle bundle = ABundle.ofADay().cut(size);
        return of(size > 7 ? bundle : bundle.withoutManifests());
    }

    static String of(ABundle bundle) {
        try {
            Path file = Files.createTempFile("bundel", ".txt");
            Files.write(file, bundle.bytes());
            Optional<String> signer = Optional.of(ABundle.SIGNER.key().line());
            String state = new FileBundleCheck()
                    .check(new BundleCheck.Order(file, ABundle.policy(), signer, Optional.empty()))
                    .next()
                    .orElseThrow();
            Files.delete(file);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
