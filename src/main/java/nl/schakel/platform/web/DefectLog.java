package nl.schakel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.schakel.platform.problem.Defects;
import org.eclipse.microprofile.config.Config;

/**
 * Logs defects by reference, with classes and stack frames but without messages. The development profile can add the
 * messages ({@code schakel.fouten.volledig}); outside it that key is without effect, whoever sets it.
 */
@ApplicationScoped
public class DefectLog {
    private static final Logger LOG = Logger.getLogger(DefectLog.class.getName());
    private boolean withMessages;

    /** For the container's proxy. */
    protected DefectLog() {}

    /** Reads once whether messages may be written. */
    @Inject
    public DefectLog(Config config) {
        this.withMessages = isTrue(config, "schakel.ontwikkeling") && isTrue(config, "schakel.fouten.volledig");
    }

    private static boolean isTrue(Config config, String key) {
        return config.getOptionalValue(key, Boolean.class).orElse(false);
    }

    void defect(String reference, Throwable failure) {
        if (withMessages) {
            LOG.log(Level.SEVERE, "defect " + reference, failure);
        } else {
            LOG.severe(() -> "defect " + reference + Defects.describe(failure));
        }
    }
}
