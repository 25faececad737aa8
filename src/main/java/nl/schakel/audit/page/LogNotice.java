package nl.schakel.audit.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.LogState;
import nl.schakel.audit.LogWatch;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Notice;
import nl.schakel.platform.web.Visitor;

/** Says on every page of who can do something about it that the log does not keep up. */
@Dependent
public class LogNotice implements Notice {
    private static final Set<String> CONCERNED =
            Set.of(Role.OPERATOR.name(), Role.PRIVACY_OFFICER.name(), Role.STEWARD.name(), Role.CUSTODIAN_LOG.name());

    private final LogWatch watch;
    private final Clock clock;

    /** Watches this log. */
    @Inject
    public LogNotice(LogWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Optional<String> key(Visitor visitor) {
        if (visitor.roles().stream().noneMatch(CONCERNED::contains)) {
            return Optional.empty();
        }
        try {
            LogState state = watch.state();
            Instant now = clock.instant();
            if (state.isBlocking(now)) {
                return Optional.of("audit.melding.geblokkeerd");
            }
            return state.isAlarming(now) ? Optional.of("audit.melding.achter") : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("audit.melding.achter");
        }
    }
}
