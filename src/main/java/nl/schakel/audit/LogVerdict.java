package nl.schakel.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param figures what was looked at
 * @param faults the first faults, in the order of the bundle, at most {@link #LISTED}
 * @param faultCount how many there are in all
 * @param next what the verifier keeps for the next time, as text; empty where there are faults
 */
public record LogVerdict(Figures figures, List<LogFault> faults, long faultCount, Optional<String> next) {
    /** The most faults that are listed. */
    public static final int LISTED = 40;

    /** Takes a copy of the faults. */
    public LogVerdict {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean whole() {
        return faultCount == 0;
    }

    /**
     * What was looked at. Every count is of this bundle.
     *
     * @param origin the name of the log, empty where it could not be read
     * @param from the number of the first entry
     * @param size the entries of the whole log as the bundle tells
     * @param checkpoint the signed size and root as base64, empty where they could not be read
     * @param verifiedBefore the size of the last verified checkpoint, or {@link LogFault#NONE}
     * @param witnesses the names of witnesses in the policy whose cosignature is right
     * @param witnessed whether the policy asks for witnesses at all
     */
    public record Figures(
            String origin,
            long from,
            long size,
            String checkpoint,
            long verifiedBefore,
            List<String> witnesses,
            boolean witnessed,
            Counts counts) {
        /** Takes a copy of the names. */
        public Figures {
            witnesses = List.copyOf(witnesses);
        }
    }

    /**
     * How much of each.
     *
     * @param details private parts that fit their commitment
     * @param erased commitments without a private part in the bundle
     * @param lines lines of operations that fit their root
     * @param linesLeftOut lines of operations that are not in the bundle
     * @param manifests manifests that are signed and fit
     * @param releases releases with two approvers
     * @param keyEvents key events with two custodians
     * @param open releases and key events that are not finished
     * @param undecided pairs over 1 August, of which the log cannot show that they are two people
     */
    public record Counts(
            long details,
            long erased,
            long lines,
            long linesLeftOut,
            long manifests,
            long releases,
            long keyEvents,
            long open,
            long undecided) {}
}
