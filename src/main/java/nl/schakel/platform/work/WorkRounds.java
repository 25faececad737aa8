package nl.schakel.platform.work;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.schakel.platform.problem.Defects;

/** Runs every {@link RecurringWork} from the start of the application to its end, each on its own rhythm. */
@ApplicationScoped
public class WorkRounds {
    private static final Logger LOG = System.getLogger(WorkRounds.class.getName());

    private final List<Future<?>> rounds = new ArrayList<>();

    @Resource
    private ManagedScheduledExecutorService threads;

    @Inject
    private Instance<RecurringWork> works;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected WorkRounds() {}

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        for (RecurringWork work : works) {
            long pause = work.pause().toMillis();
            rounds.add(threads.scheduleWithFixedDelay(new Round(work), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    /** A trouble that lasts is told when it begins and when it ends, not every round. */
    private static final class Round implements Runnable {
        private final RecurringWork work;
        private String trouble = "";

        Round(RecurringWork work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.round();
                if (!trouble.isEmpty()) {
                    LOG.log(Level.INFO, "rounds of work go on, after {0}", trouble);
                    trouble = "";
                }
            } catch (RuntimeException e) {
                String failure = e.getClass().getName();
                if (!failure.equals(trouble)) {
                    LOG.log(Level.ERROR, "rounds of work fail{0}", Defects.describe(e));
                    trouble = failure;
                }
            }
        }
    }

    @PreDestroy
    void end() {
        rounds.forEach(round -> round.cancel(false));
    }
}
