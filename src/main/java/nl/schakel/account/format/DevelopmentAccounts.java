package nl.schakel.account.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import nl.schakel.account.SeedAccounts;
import org.eclipse.microprofile.config.Config;

/**
 * Loads the file of {@code schakel.accounts.bestand} when the application starts, only where {@code schakel.ontwikkeling}
 * is true. A production profile ignores the file.
 */
@ApplicationScoped
public class DevelopmentAccounts {
    private static final Logger LOG = Logger.getLogger(DevelopmentAccounts.class.getName());

    @Inject
    private Config config;

    @Inject
    private SeedAccounts accounts;

    void load(@Observes @Initialized(ApplicationScoped.class) Object started) {
        Optional<String> file = config.getOptionalValue("schakel.accounts.bestand", String.class);
        boolean development =
                config.getOptionalValue("schakel.ontwikkeling", Boolean.class).orElse(false);
        if (development && file.isPresent()) {
            int changed = read(Path.of(file.get()));
            LOG.info(() -> "development accounts: " + changed + " new or changed");
        }
    }

    private int read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return accounts.seed(AccountsFile.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
