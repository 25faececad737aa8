package nl.schakel.pseudonym;

import java.util.List;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.pupil.Pgn;

/**
 * Port: a school's side of blind evaluation, on its own machine (RFC 9497, section 3.3.1). What it sends are random points;
 * what it answers is y, of which the service makes the same linkage pseudonym as of the number itself.
 */
public interface BlindClient {
    /** The service, which evaluates points. */
    interface Exchange {
        /**
         * The evaluations of at most {@link EvaluateBlinded#MOST} points, in their order, with each version of the key that is
         * in use: the newest first.
         */
        List<Evaluations> evaluate(List<BlindedElement> points);
    }

    /** Nothing may be sent: the service did not evaluate as it should. */
    final class Distrusted extends CommandFailed {
        private static final long serialVersionUID = 1L;

        /** @param message what is wrong, as a clause without full stop */
        public Distrusted(String message) {
            super(message);
        }
    }

    /** Nothing may be sent yet: the service goes over to another key, which a person must confirm. */
    final class NewKey extends CommandFailed {
        private static final long serialVersionUID = 1L;

        /** @param message what to do, as a clause without full stop */
        public NewKey(String message) {
            super(message);
        }
    }

    /**
     * y of each number, in their order, with every version that is expected; a repeated number is evaluated once, and its
     * point is blinded once. In every batch the canaries stand at random places among the numbers.
     *
     * @param expected the outcomes of the canaries, as seen at first use or got by another way, of each version in use: the
     *     newest first
     * @throws Distrusted where a canary has another outcome, the versions are others, or an answer is no evaluation
     */
    List<EvaluatedNumber> evaluate(List<Pgn> numbers, List<Canaries> expected, Exchange exchange);
}
