package nl.schakel.platform.secret;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
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

    /**
     * Draws a pass-phrase and writes it and the keys as new files. Who has an example has its pass-phrase as well and
     * guesses nothing, so the store asks for no work: that would only slow each start in development.
     *
     * @throws UncheckedIOException where a file is there already, or cannot be written
     */
    public static void write(KeyEntries keys, HolderFiles files, SecureRandom random) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        try {
            Files.writeString(files.passphrase(), "voorbeeld-" + HexFormat.of().formatHex(drawn) + "\n", CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BcfksFile.write(keys, files, BcfksFile.NO_COST);
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
