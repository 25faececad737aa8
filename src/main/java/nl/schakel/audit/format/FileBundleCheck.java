package nl.schakel.audit.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.LogFault;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.LogVerdict;
import nl.schakel.audit.LogVerdict.Counts;
import nl.schakel.audit.LogVerdict.Figures;

/**
 * Judges bundles of format 1. A first reading finds where everything stands; a second goes through the entries while readers of
 * the attachments keep pace with it.
 */
public final class FileBundleCheck implements BundleCheck {
    private static final Counts NO_COUNTS = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final int idsKept;

    /** For the service loader. */
    public FileBundleCheck() {
        this(SeenIds.KEPT);
    }

    FileBundleCheck(int idsKept) {
        this.idsKept = idsKept;
    }

    @Override
    public LogVerdict check(Order order) {
        Trust trust = Trust.of(order);
        Optional<VerifiedState> state = order.state().map(VerifiedState::read);
        Faults faults = new Faults();
        try {
            return read(order.bundle(), trust, state, faults);
        } catch (Unreadable e) {
            faults.add(e.fault());
            Figures figures = new Figures(
                    "", 0, 0, "", before(state), List.of(), !trust.policy().needsNobody(), NO_COUNTS);
            return new LogVerdict(figures, faults.listed(), faults.count(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long before(Optional<VerifiedState> state) {
        return state.map(known -> known.checkpoint().size()).orElse(LogFault.NONE);
    }

    private LogVerdict read(Path file, Trust trust, Optional<VerifiedState> state, Faults faults)
            throws IOException, Unreadable {
        BundleMap bundle = BundleMap.read(file);
        frame(bundle, trust, state, faults);
        SignedCheckpoint signed = new SignedCheckpoint(bundle, trust, faults);
        signed.check();
        EntryWalk walk = new EntryWalk(bundle, state, faults);
        try (Details details = new Details(file, bundle, faults);
                OperationLines lines = new OperationLines(file, bundle, faults);
                Manifests manifests = new Manifests(file, bundle, trust, faults);
                SeenIds ids = new SeenIds(idsKept)) {
            walk.walk(file, new EntryWalk.Beside(details, lines, manifests), ids);
            details.requireNoneLeft();
            lines.requireNoneLeft();
            manifests.requireNoneLeft();
            signed.compare(walk.root());
            Figures figures = new Figures(
                    bundle.origin(),
                    bundle.from(),
                    bundle.size(),
                    signed.checkpoint().map(Checkpoint::root).orElse(""),
                    before(state),
                    signed.witnesses(),
                    !trust.policy().needsNobody(),
                    counts(details, lines, manifests, walk.acts()));
            Optional<String> next = faults.count() > 0
                    ? Optional.empty()
                    : signed.checkpoint().map(checkpoint -> new VerifiedState(
                                    checkpoint, bundle.note(), walk.acts().open())
                            .text());
            return new LogVerdict(figures, faults.listed(), faults.count(), next);
        }
    }

    private static void frame(BundleMap bundle, Trust trust, Optional<VerifiedState> state, Faults faults) {
        if (!trust.knows(bundle.origin())) {
            faults.add(LogFaultCode.ORIGIN, Place.line(2));
        }
        if (state.filter(known -> !known.checkpoint().origin().equals(bundle.origin()))
                .isPresent()) {
            faults.add(LogFaultCode.OTHER_STATE, Place.line(2));
        }
        if (bundle.from() > Math.max(0, before(state))) {
            faults.add(LogFaultCode.GAP, Place.line(3));
        }
        if (bundle.size() < before(state)) {
            faults.add(LogFaultCode.ROLLBACK, Place.line(bundle.entries().line() - 1));
        }
    }

    private static Counts counts(Details details, OperationLines lines, Manifests manifests, PairedActs acts) {
        return new Counts(
                details.right(),
                details.erased(),
                lines.right(),
                lines.leftOut(),
                manifests.right(),
                acts.releases(),
                acts.keyEvents(),
                acts.open().size(),
                acts.undecided());
    }
}
