package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import nl.schakel.platform.work.RecurringWork;

/**
 * Hands the processing log over to a collector, where one is configured: every line at least once, in the order of the log. What was
 * not acknowledged is sent again in the next round. Where the collector refuses lines for good, none is passed over: nothing more is sent
 * until the service starts again.
 */
@Dependent
public class PushLines implements RecurringWork {
    /** How many lines a message has at most. */
    public static final int MESSAGE = 1000;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ExportLines steps;
    private final LineCollector collector;
    private boolean refused;

    /** Takes these steps towards this collector. */
    @Inject
    public PushLines(ExportLines steps, LineCollector collector) {
        this.steps = steps;
        this.collector = collector;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void round() {
        if (!collector.configured() || refused) {
            return;
        }
        ExportPosition position = steps.position();
        List<ExportedLine> batch = steps.from(position);
        while (!batch.isEmpty()) {
            send(position, batch);
            position = batch.get(batch.size() - 1).next();
            batch = steps.from(position);
        }
    }

    private void send(ExportPosition before, List<ExportedLine> batch) {
        int sent = 0;
        try {
            while (sent < batch.size()) {
                int end = Math.min(sent + MESSAGE, batch.size());
                collector.send(batch.subList(sent, end).stream()
                        .map(ExportedLine::line)
                        .toList());
                sent = end;
            }
        } catch (CollectorFailure failure) {
            refused = failure.forGood();
            throw failure;
        } finally {
            if (sent > 0) {
                steps.acknowledge(before, batch.get(sent - 1).next(), sent);
            }
        }
    }
}
