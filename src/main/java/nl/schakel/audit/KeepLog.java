package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import nl.schakel.platform.work.RecurringWork;

/** The sequencer: numbers what waits, batch after batch, and publishes the checkpoint that is due. */
@Dependent
public class KeepLog implements RecurringWork {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SequenceEntries entries;
    private final PublishCheckpoint checkpoints;

    /** Uses these steps, each a transaction of its own. */
    @Inject
    public KeepLog(SequenceEntries entries, PublishCheckpoint checkpoints) {
        this.entries = entries;
        this.checkpoints = checkpoints;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void round() {
        int numbered;
        do {
            numbered = entries.next();
            publish();
        } while (numbered == SequenceEntries.BATCH);
    }

    private void publish() {
        Optional<Checkpoint> due = checkpoints.prepare();
        due.ifPresent(checkpoint -> checkpoints.publish(checkpoint, checkpoints.sign(checkpoint)));
    }
}
