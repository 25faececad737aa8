package nl.schakel.audit.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.WitnessState;
import nl.schakel.audit.WitnessWatch;
import nl.schakel.platform.web.Notice;
import nl.schakel.platform.web.Visitor;

/** Says on every page of who is signed in that nobody outside the service confirms the log, or that somebody contradicts it. */
@Dependent
public class WitnessNotice implements Notice {
    private final WitnessWatch watch;
    private final Clock clock;

    /** Watches these witnesses. */
    @Inject
    public WitnessNotice(WitnessWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Optional<String> key(Visitor visitor) {
        if (visitor.name().isEmpty()) {
            return Optional.empty();
        }
        try {
            WitnessState state = watch.state();
            if (state.isContradicted()) {
                return Optional.of("audit.melding.weersproken");
            }
            if (!state.asked()) {
                return Optional.of("audit.melding.ongetuigd");
            }
            return state.isWitnessed(clock.instant()) ? Optional.empty() : Optional.of("audit.melding.getuige-weg");
        } catch (RuntimeException e) {
            return Optional.of("audit.melding.getuige-weg");
        }
    }
}
