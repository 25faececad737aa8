package nl.schakel.platform.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether keys that anybody can read in {@code keys-example} are accepted. Only the development profile
 * ({@code schakel.ontwikkeling=true}) allows them.
 */
public enum ExampleKeys {
    ALLOWED,
    REFUSED;

    private static final String RESOURCE = "/keys-example/FINGERPRINTS";

    /** {@link #ALLOWED} in the development profile, {@link #REFUSED} everywhere else. */
    public static ExampleKeys inDevelopment(boolean development) {
        return development ? ALLOWED : REFUSED;
    }

    /** Whether a key with this check value (lower-case hexadecimal) may be used. */
    boolean accepts(String checkValue) {
        return this == ALLOWED || !Fingerprints.KNOWN.contains(checkValue);
    }

    /** The published check values; read once, part of the program, so that nobody can take the list away. */
    private static final class Fingerprints {
        static final Set<String> KNOWN = read();

        private static Set<String> read() {
            try (InputStream in = ExampleKeys.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks " + RESOURCE);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
