package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyRegister;
import nl.schakel.pseudonym.KnownKeys;
import nl.schakel.pseudonym.LinkGenerations;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.SeriesInForce;
import org.eclipse.microprofile.config.Config;

/** The functions of holders A and B for the whole application; each opens when the application starts. Thread-safe. */
@ApplicationScoped
class OpenedKeys {
    private static final String PREFIX = "schakel.sleutels.";

    private LazyHolder<HolderA> a;
    private LazyHolder<HolderB> b;
    private LinkGenerations generations;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OpenedKeys() {}

    @Inject
    OpenedKeys(Config config, KnownKeys known, KeyRegister register, LinkGenerations generations) {
        boolean development =
                config.getOptionalValue("schakel.ontwikkeling", Boolean.class).orElse(false);
        KeyAcceptance acceptance =
                new KeyAcceptance(ExampleKeys.inDevelopment(development), known, holder -> register.suspended().stream()
                        .anyMatch(one -> one.code().equals(holder)));
        a = new LazyHolder<>("a", process(config).or(() -> files(config, "a")), acceptance, HolderA::of);
        b = new LazyHolder<>("b", files(config, "b"), acceptance, store -> new HolderB(store, generations.inForce()));
        this.generations = generations;
    }

    /** Opens both when the application starts, so that the log tells at once which keys are missing or refused. */
    void open(@Observes @Initialized(ApplicationScoped.class) Object started) {
        a.openIfPossible();
        b.openIfPossible();
    }

    /** A configured process of holder A, which goes before token and file. */
    private static Optional<HolderFiles> process(Config config) {
        return path(config, PREFIX + "a.dienst").map(HolderFiles::inProcess);
    }

    /** A configured token goes before a configured file. */
    private static Optional<HolderFiles> files(Config config, String holder) {
        String prefix = PREFIX + holder;
        Optional<Path> token = path(config, prefix + ".pkcs11-bestand");
        Optional<Path> store = path(config, prefix + ".bestand");
        return path(config, prefix + ".wachtzin-bestand")
                .flatMap(passphrase -> token.map(configuration -> HolderFiles.inToken(configuration, passphrase))
                        .or(() -> store.map(file -> new HolderFiles(file, passphrase))));
    }

    private static Optional<Path> path(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(Path::of);
    }

    /** Holder A's functions. @throws PseudonymRefused.Suspended where they are not available */
    HolderA a() {
        return a.functions();
    }

    /**
     * The versions of {@code oprf} with which numbers are evaluated now, the newest first. Holder B's functions of other
     * series are renewed, because y that is evaluated now will be read by them.
     */
    List<Integer> oprfVersions() {
        SeriesInForce series = generations.inForce();
        b.renewUnless(functions -> functions.series().equals(series));
        return series.oprfVersions();
    }

    /** Holder A or B. @throws IllegalArgumentException for the log holder, whose keys lie elsewhere */
    LazyHolder<?> of(Holder holder) {
        return switch (holder) {
            case A -> a;
            case B -> b;
            case LOG -> throw new IllegalArgumentException("the log holder's keys are the log's");
        };
    }

    /** Takes both holders' functions out of use after a wrong result of one of them, and answers the refusal. */
    PseudonymRefused.Suspended suspend(FaultyDerivation fault) {
        b.suspend(fault);
        return a.suspend(fault);
    }

    /** The refusal where holder A's process does not answer; the next use tries again. */
    PseudonymRefused.Suspended away(KeysAway cause) {
        return a.away(cause);
    }

    /** Keeps the generation in force until the end of the caller's transaction, and its keys in use. */
    void hold(Zone zone) {
        if (generations.hold(zone) != b().layers().generation()) {
            b.renew();
        }
    }

    /** Opens holder B's store again at the next use: another generation is in force. */
    void renewB() {
        b.renew();
    }

    /** Reads holder B's store as it is now. @throws PseudonymRefused.Suspended where it is not available */
    <T> T readB(Function<KeyHolder, T> reading) {
        return b.read(reading);
    }

    /** Holder B's functions. @throws PseudonymRefused.Suspended where they are not available */
    HolderB b() {
        return b.functions();
    }
}
