package nl.schakel.platform.work;

import java.time.Duration;

/**
 * Port: work that a feature takes up again and again while the service runs. A bean that implements it is found and run by
 * {@link WorkRounds}, by one thread at a time; what is to be done stands in the database, never in memory.
 */
public interface RecurringWork {
    /** How long to wait after a round before the next one. */
    Duration pause();

    /** One round. What it throws is told in the service's log, and the next round comes all the same. */
    void round();
}
