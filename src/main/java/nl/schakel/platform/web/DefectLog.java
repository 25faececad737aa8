package nl.schakel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs defects by reference, with classes and stack frames but without messages: messages of libraries quote values, and
 * a value may be a pupil's. The system property {@code schakel.fouten.volledig=true} adds them, for development only.
 */
@ApplicationScoped
public class DefectLog {
    private static final Logger LOG = Logger.getLogger(DefectLog.class.getName());
    private static final int LONGEST_CHAIN = 8;
    private static final int FRAMES = 30;

    void defect(String reference, Throwable failure) {
        if (Boolean.getBoolean("schakel.fouten.volledig")) {
            LOG.log(Level.SEVERE, "defect " + reference, failure);
        } else {
            LOG.severe(() -> "defect " + reference + describe(failure));
        }
    }

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(2_000);
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            text.append('\n').append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("\n  at ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
