package nl.schakel.pseudonym.crypto;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import nl.schakel.pseudonym.PseudonymRefused;

/**
 * One holder's functions, opened at the first use and kept. Where the keys are not available the reason is logged once and
 * every use is refused until the service starts again or the
 * holder's custodians resume it; the same holds after a wrong result. While they have it suspended, every use is refused and nothing is opened.
 * A process of the keys that does not answer is asked again at the next use. Thread-safe.
 */
final class LazyHolder<T> {
    private static final Logger LOG = System.getLogger(LazyHolder.class.getName());

    private final String holder;
    private final Optional<HolderFiles> files;
    private final KeyAcceptance acceptance;
    private final Function<KeyHolder, T> functions;
    private volatile Optional<T> opened = Optional.empty();
    private volatile boolean refused;
    private boolean away;

    LazyHolder(String holder, Optional<HolderFiles> files, KeyAcceptance acceptance, Function<KeyHolder, T> functions) {
        this.holder = holder;
        this.files = files;
        this.acceptance = acceptance;
        this.functions = functions;
    }

    /** The functions. @throws PseudonymRefused.Suspended where the keys are not available */
    T functions() {
        if (opened.isEmpty()) {
            open();
        }
        return opened.orElseThrow(() -> new PseudonymRefused.Suspended(holder));
    }

    /** Opens now; what fails for another reason than the keys is tried again at the first use. */
    void openIfPossible() {
        try {
            open();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "keys of holder {0} could not be checked yet: {1}", holder, e.getMessage());
        }
    }

    /** Opens anew at the next use; a holder whose keys are not available, or gave a wrong result, stays so. */
    synchronized void renew() {
        opened = Optional.empty();
    }

    /** Opens anew at the next use where the functions in use are not these. */
    synchronized void renewUnless(Predicate<T> same) {
        opened = opened.filter(same);
    }

    /** Reads the keys as they are now, beside the functions in use. @throws PseudonymRefused.Suspended where there are none */
    synchronized <R> R read(Function<KeyHolder, R> reading) {
        if (refused) {
            throw new PseudonymRefused.Suspended(holder);
        }
        try (KeyHolder store = acceptance.open(configured())) {
            return reading.apply(store);
        } catch (FaultyDerivation e) {
            throw suspend(e);
        } catch (KeysUnavailable e) {
            LOG.log(Level.ERROR, "keys of holder {0} are not available: {1}", holder, e.getMessage());
            throw new PseudonymRefused.Suspended(holder);
        }
    }

    /** Refuses every use from now on, because the functions gave a wrong result. */
    synchronized PseudonymRefused.Suspended suspend(FaultyDerivation fault) {
        if (!refused) {
            LOG.log(
                    Level.ERROR,
                    "holder " + holder + " is suspended until it is resumed or the service starts again",
                    fault);
        }
        refused = true;
        opened = Optional.empty();
        return new PseudonymRefused.Suspended(holder);
    }

    /** Refuses this use, because the process of the keys does not answer; the next use opens anew. */
    synchronized PseudonymRefused.Suspended away(KeysAway cause) {
        if (!away) {
            LOG.log(Level.ERROR, "the process of holder {0} does not answer: {1}", holder, cause.getMessage());
        }
        away = true;
        opened = Optional.empty();
        return new PseudonymRefused.Suspended(holder);
    }

    /** Forgets the functions, and why there were none; the next use opens the store as it lies there then. */
    synchronized void reopen() {
        refused = false;
        opened = Optional.empty();
    }

    /** Whether the functions can be used now; opens where that has not been tried. */
    boolean available() {
        if (opened.isEmpty()) {
            openIfPossible();
        }
        return opened.isPresent();
    }

    /** The check values of the store as it lies there now. @throws PseudonymRefused.Suspended where it does not open */
    Map<String, String> checkValues() {
        try (KeyHolder store = acceptance.open(configured())) {
            return store.checkValues();
        } catch (KeysAway e) {
            throw away(e);
        } catch (KeysUnavailable e) {
            LOG.log(Level.ERROR, "keys of holder {0} are not available: {1}", holder, e.getMessage());
            throw new PseudonymRefused.Suspended(holder);
        }
    }

    private synchronized void open() {
        if (opened.isPresent() || refused || acceptance.suspended().test(holder)) {
            return;
        }
        try (KeyHolder store = acceptance.open(configured())) {
            opened = Optional.of(functions.apply(store));
            if (away) {
                away = false;
                LOG.log(Level.INFO, "the process of holder {0} answers again", holder);
            }
        } catch (KeysAway e) {
            away(e);
        } catch (FaultyDerivation e) {
            suspend(e);
        } catch (KeysUnavailable e) {
            refused = true;
            LOG.log(Level.ERROR, "keys of holder {0} are not available: {1}", holder, e.getMessage());
        }
    }

    private HolderFiles configured() {
        return files.orElseThrow(
                () -> new KeysUnavailable(Reason.STORE_MISSING, "schakel.sleutels." + holder + ".bestand"));
    }
}
