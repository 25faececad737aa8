package nl.schakel.release;

import java.util.List;
import java.util.Optional;

/**
 * One legal step of a release. {@link #ALL} is the whole truth: what does not stand there is refused. The diagram in
 * {@code docs/architecture/states.md} is generated from it.
 */
public record ReleaseTransition(ReleaseState from, ReleaseStep step, ReleaseState to) {
    /** Every legal step. */
    public static final List<ReleaseTransition> ALL = List.of(
            new ReleaseTransition(ReleaseState.BUILT, ReleaseStep.APPROVE, ReleaseState.BUILT),
            new ReleaseTransition(ReleaseState.BUILT, ReleaseStep.RELEASE, ReleaseState.RELEASED),
            new ReleaseTransition(ReleaseState.BUILT, ReleaseStep.RECALL, ReleaseState.RECALLED),
            new ReleaseTransition(ReleaseState.BUILT, ReleaseStep.END, ReleaseState.ENDED),
            new ReleaseTransition(ReleaseState.RELEASED, ReleaseStep.DOWNLOAD, ReleaseState.DOWNLOADED),
            new ReleaseTransition(ReleaseState.RELEASED, ReleaseStep.RECALL, ReleaseState.RECALLED),
            new ReleaseTransition(ReleaseState.RELEASED, ReleaseStep.END, ReleaseState.ENDED),
            new ReleaseTransition(ReleaseState.DOWNLOADED, ReleaseStep.DOWNLOAD, ReleaseState.DOWNLOADED),
            new ReleaseTransition(ReleaseState.DOWNLOADED, ReleaseStep.RECALL, ReleaseState.RECALLED),
            new ReleaseTransition(ReleaseState.DOWNLOADED, ReleaseStep.END, ReleaseState.ENDED));

    /** The state after a step, or empty where the step is not legal in that state. */
    public static Optional<ReleaseState> next(ReleaseState from, ReleaseStep step) {
        return ALL.stream()
                .filter(transition -> transition.from == from && transition.step == step)
                .map(ReleaseTransition::to)
                .findFirst();
    }
}
