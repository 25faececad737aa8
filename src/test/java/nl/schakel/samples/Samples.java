package nl.schakel.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real formats, public data and test vectors that stand beside the repository. Where they are absent a test that needs
 * them is skipped, visibly.
 */
public final class Samples {
    private Samples() {}

    /** The sample, or empty where it is absent. Folder by system property {@code schakel.samples}. */
    public static Optional<Path> path(String name) {
        Path base = Path.of(System.getProperty("schakel.samples", ""));
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = System.getProperty("schakel.samples") == null
                    ? folder.resolve("shared/samples").resolve(name)
                    : base.resolve(name);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The sample; without it the running test is skipped and says so. */
    public static Path require(String name) {
        Optional<Path> found = path(name);
        Assumptions.assumeTrue(found.isPresent(), "sample " + name + " is not beside the repository");
        return found.orElseThrow();
    }
}
