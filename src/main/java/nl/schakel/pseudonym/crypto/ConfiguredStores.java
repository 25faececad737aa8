package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import nl.schakel.audit.LogKeys;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.PseudonymRefused;

/** The stores of A and B as they are opened here, and that of the log holder as the log opens it. */
@Dependent
class ConfiguredStores implements HeldStores {
    private static final Logger LOG = System.getLogger(ConfiguredStores.class.getName());

    private final OpenedKeys keys;
    private final LogKeys log;

    @Inject
    ConfiguredStores(OpenedKeys keys, LogKeys log) {
        this.keys = keys;
        this.log = log;
    }

    @Override
    public Map<String, String> checkValues(Holder holder) {
        try {
            return holder == Holder.LOG ? log.checkValues() : keys.of(holder).checkValues();
        } catch (KeysUnavailable e) {
            throw new PseudonymRefused.Suspended(holder.code());
        }
    }

    @Override
    public boolean available(Holder holder) {
        return holder == Holder.LOG ? log.available() : keys.of(holder).available();
    }

    @Override
    public void renew(Holder holder) {
        if (holder == Holder.LOG) {
            readLogAnew();
        } else {
            keys.of(holder).renew();
        }
    }

    @Override
    public void reopen(Holder holder) {
        if (holder == Holder.LOG) {
            readLogAnew();
        } else {
            keys.of(holder).reopen();
        }
    }

    private void readLogAnew() {
        try {
            log.reopen();
        } catch (KeysUnavailable e) {
            LOG.log(Level.ERROR, "the log holder''s store was not read anew: {0}", e.getMessage());
        }
    }
}
