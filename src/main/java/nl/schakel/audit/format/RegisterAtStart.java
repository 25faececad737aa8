package nl.schakel.audit.format;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.schakel.audit.KeepRegister;
import org.eclipse.microprofile.config.Config;

/**
 * Writes the register before anything else is logged: an entry names the version of its activity. The service does not start
 * without it.
 */
@ApplicationScoped
public class RegisterAtStart {
    private static final int FIRST = 100;

    @Inject
    private Config config;

    @Inject
    private KeepRegister register;

    void write(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object started) {
        RegisterTexts texts = RegisterTexts.of(key -> config.getOptionalValue(key, String.class));
        register.keep(texts.head(), texts.activities());
    }
}
