package nl.schakel.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the service, in UTC; everything else is given it. */
@ApplicationScoped
public class Clocks {
    /** The system's clock. */
    @Produces
    public Clock systemClock() {
        return Clock.systemUTC();
    }
}
