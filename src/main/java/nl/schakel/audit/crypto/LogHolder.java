package nl.schakel.audit.crypto;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import nl.schakel.audit.KnownLogKeys;
import nl.schakel.audit.LogKeys;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeysUnavailable;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The key store of the log holder, opened when the application starts and kept. It is taken into use only with the keys
 * that are known. Where it is not, every use says why, and nothing that must be audited can happen. Thread-safe.
 */
@ApplicationScoped
public class LogHolder implements LogKeys {
    private static final Logger LOG = System.getLogger(LogHolder.class.getName());
    private static final String PREFIX = "schakel.sleutels.log.";

    private @Nullable HolderFiles files;
    private ExampleKeys examples = ExampleKeys.REFUSED;
    private KnownLogKeys known = (keyId, checkValue) -> false;
    private @Nullable HolderStore store;

    /** For the container's proxy. */
    protected LogHolder() {}

    /** Reads where the store lies from {@code schakel.sleutels.log.bestand} and {@code .wachtzin-bestand}. */
    @Inject
    public LogHolder(Config config, KnownLogKeys known) {
        this(
                new HolderFiles(
                        Path.of(config.getValue(PREFIX + "bestand", String.class)),
                        Path.of(config.getValue(PREFIX + "wachtzin-bestand", String.class))),
                ExampleKeys.inDevelopment(config.getOptionalValue("schakel.ontwikkeling", Boolean.class)
                        .orElse(false)),
                known);
    }

    LogHolder(HolderFiles files, ExampleKeys examples, KnownLogKeys known) {
        this.files = files;
        this.examples = examples;
        this.known = known;
    }

    /** Opens when the application starts, so that its log tells at once what is wrong; every use tells it again. */
    void open(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            store();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "keys of holder log are not available: {0}", e.getMessage());
        }
    }

    @Override
    public Map<String, String> checkValues() {
        try (HolderStore fresh = opened()) {
            return fresh.checkValues();
        }
    }

    @Override
    public boolean available() {
        try {
            return !store().checkValues().isEmpty();
        } catch (KeysUnavailable e) {
            return false;
        }
    }

    /** The store that was open is left to whoever is using it. */
    @Override
    public synchronized void reopen() {
        store = opened();
    }

    private HolderStore opened() {
        return KnownStore.open(place(), examples, known);
    }

    private HolderFiles place() {
        HolderFiles place = files;
        if (place == null) {
            throw new IllegalStateException("a proxy has no keys");
        }
        return place;
    }

    /** The open store. @throws nl.schakel.platform.secret.KeysUnavailable where it cannot be opened */
    public synchronized HolderStore store() {
        HolderStore open = store;
        if (open == null) {
            open = opened();
            store = open;
        }
        return open;
    }

    /** Wipes the keys. */
    @PreDestroy
    public synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
