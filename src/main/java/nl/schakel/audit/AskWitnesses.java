package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.WitnessContact.Outcome;
import nl.schakel.audit.WitnessErrands.Errand;
import nl.schakel.platform.work.RecurringWork;

/**
 * Asks each witness of the policy to sign the newest checkpoint, beside the sequencer and never in its way. After a start every witness
 * is asked once, whatever is stored: a database that was put back is found out at once.
 */
@Dependent
public class AskWitnesses implements RecurringWork {
    private static final Logger LOG = System.getLogger(AskWitnesses.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long a witness that did not sign is left alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final PolicySource policies;
    private final WitnessErrands errands;
    private final WitnessCalls calls;
    private final Clock clock;
    private final Map<VerificationKey, Instant> again = new HashMap<>();

    /** Asks whom this policy names. */
    @Inject
    public AskWitnesses(PolicySource policies, WitnessErrands errands, WitnessCalls calls, Clock clock) {
        this.policies = policies;
        this.errands = errands;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void round() {
        policies.policy().ifPresent(policy -> policy.witnesses()
                .forEach(witness -> witness.url().ifPresent(url -> ask(witness.key(), url))));
    }

    private void ask(VerificationKey witness, URI url) {
        Instant rested = again.get(witness);
        boolean first = rested == null;
        if (rested != null && clock.instant().isBefore(rested)) {
            return;
        }
        Optional<Errand> errand = errands.next(witness, first);
        if (errand.isPresent()) {
            Outcome outcome = outcome(witness, url, errand.get());
            Duration rest = outcome == Outcome.SIGNED ? Duration.ZERO : REST;
            again.put(witness, clock.instant().plus(rest));
        }
    }

    private Outcome outcome(VerificationKey witness, URI url, Errand errand) {
        WitnessReply reply = calls.ask(url, errand.request());
        if (!(reply instanceof WitnessReply.OtherSize other)) {
            return settle(witness, errand, reply);
        }
        if (other.size() == errand.request().old()) {
            return settle(witness, errand, new WitnessReply.Contradicted());
        }
        Optional<Errand> second = errands.from(other.size());
        return second.isPresent()
                ? settle(witness, second.get(), calls.ask(url, second.get().request()))
                : settle(witness, Outcome.ROLLED_BACK);
    }

    private Outcome settle(VerificationKey witness, Errand errand, WitnessReply reply) {
        if (reply instanceof WitnessReply.Signed signed) {
            return errands.signed(errand, witness, signed.lines());
        }
        if (reply instanceof WitnessReply.Contradicted) {
            return settle(witness, Outcome.CONTRADICTED);
        }
        // a second other size: somebody asks at the same time, and the next round will see what came of it
        return settle(witness, reply instanceof WitnessReply.Refused ? Outcome.REFUSED : Outcome.AWAY);
    }

    private Outcome settle(VerificationKey witness, Outcome outcome) {
        if (outcome.accusesLog()) {
            LOG.log(Level.ERROR, "witness {0} does not confirm the log: {1}", WitnessContact.named(witness), outcome);
        }
        return errands.notSigned(witness, outcome);
    }
}
