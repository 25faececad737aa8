package nl.schakel.audit.crypto;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import nl.schakel.audit.LogKeys;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeysUnavailable;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The key store of the log holder, opened at its first use and kept. Where it cannot be opened every use says why, and
 * nothing that must be audited can happen. Thread-safe.
 */
@ApplicationScoped
public class LogHolder implements LogKeys {
    private static final String PREFIX = "schakel.sleutels.log.";

    private @Nullable HolderFiles files;
    private ExampleKeys examples = ExampleKeys.REFUSED;
    private @Nullable HolderStore store;

    /** For the container's proxy. */
    protected LogHolder() {}

    /** Reads where the store lies from {@code schakel.sleutels.log.bestand} and {@code .wachtzin-bestand}. */
    @Inject
    public LogHolder(Config config) {
        this(
                new HolderFiles(
                        Path.of(config.getValue(PREFIX + "bestand", String.class)),
                        Path.of(config.getValue(PREFIX + "wachtzin-bestand", String.class))),
                ExampleKeys.inDevelopment(config.getOptionalValue("schakel.ontwikkeling", Boolean.class)
                        .orElse(false)));
    }

    LogHolder(HolderFiles files, ExampleKeys examples) {
        this.files = files;
        this.examples = examples;
    }

    @Override
    public Map<String, String> checkValues() {
        try (HolderStore fresh = HolderStore.open(place(), examples)) {
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
        store = HolderStore.open(place(), examples);
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
            open = HolderStore.open(place(), examples);
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
