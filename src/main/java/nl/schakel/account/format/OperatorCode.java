package nl.schakel.account.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import nl.schakel.account.FirstOperator;
import nl.schakel.account.OneTimeSecret;
import org.eclipse.microprofile.config.Config;

/**
 * Leaves the code for the first operator in a file of the service's own folder, readable by its owner only, whenever the
 * application starts and nobody could administer accounts; takes a stale file away otherwise. The code is never logged.
 */
@ApplicationScoped
public class OperatorCode {
    private static final Logger LOG = Logger.getLogger(OperatorCode.class.getName());
    private static final String NAME = "inrichtcode";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Inject
    private Config config;

    @Inject
    private FirstOperator operators;

    void leave(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (is("schakel.ontwikkeling")) {
            return;
        }
        Path file = home().resolve(NAME);
        Optional<OneTimeSecret> code = operators.prepare(is("schakel.accounts.herstel"));
        try {
            Files.deleteIfExists(file);
            if (code.isPresent()) {
                write(file, code.get());
                LOG.info(() -> "no operator yet: open /portaal/inrichten with the code in " + file + ", within "
                        + FirstOperator.LIFE.toHours() + " hours");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, OneTimeSecret code) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, OWNER_ONLY)) {
            channel.write(java.nio.ByteBuffer.wrap((code.text() + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private boolean is(String key) {
        return config.getOptionalValue(key, Boolean.class).orElse(false);
    }

    private Path home() {
        return Path.of(config.getOptionalValue("schakel.thuis", String.class)
                .orElse(System.getProperty("user.home") + "/.schakel"));
    }
}
