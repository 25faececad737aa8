package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The steps of handing over lines, each a transaction of its own: none is open while the collector is spoken to. */
@Dependent
public class ExportLines {
    /** How many lines are read at once. */
    public static final int BATCH = 50_000;

    private final ProcessingFeed feed;

    /** Reads this feed. */
    @Inject
    public ExportLines(ProcessingFeed feed) {
        this.feed = feed;
    }

    /** How far lines were acknowledged. */
    @Transactional
    public ExportPosition position() {
        return feed.position();
    }

    /** The next lines. */
    @Transactional
    public List<ExportedLine> from(ExportPosition position) {
        return feed.from(position, BATCH);
    }

    /** Records that lines up to a position were acknowledged. */
    @Transactional
    public void acknowledge(ExportPosition before, ExportPosition after, int lines) {
        feed.acknowledge(
                before,
                after,
                AuditEntry.bySystem("processing.export", ProcessingActivity.OVERSEE)
                        .on("log/processing")
                        .detail("lines", lines)
                        .detail("from", before.seq())
                        .detail("until", after.seq()));
    }
}
