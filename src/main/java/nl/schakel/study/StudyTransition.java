package nl.schakel.study;

import java.util.List;
import java.util.Optional;

/**
 * One legal step of a request. {@link #ALL} is the whole truth: what does not stand there is refused. The diagram in
 * {@code docs/architecture/states.md} is generated from it.
 */
public record StudyTransition(StudyState from, StudyStep step, StudyState to) {
    /** Every legal step. */
    public static final List<StudyTransition> ALL = List.of(
            new StudyTransition(StudyState.DRAFT, StudyStep.SAVE, StudyState.DRAFT),
            new StudyTransition(StudyState.DRAFT, StudyStep.SUBMIT, StudyState.SUBMITTED),
            new StudyTransition(StudyState.DRAFT, StudyStep.WITHDRAW, StudyState.WITHDRAWN),
            new StudyTransition(StudyState.SUBMITTED, StudyStep.REVIEW, StudyState.SUBMITTED),
            new StudyTransition(StudyState.SUBMITTED, StudyStep.APPROVE, StudyState.APPROVED),
            new StudyTransition(StudyState.SUBMITTED, StudyStep.RETURN, StudyState.RETURNED),
            new StudyTransition(StudyState.SUBMITTED, StudyStep.REFUSE, StudyState.REFUSED),
            new StudyTransition(StudyState.SUBMITTED, StudyStep.WITHDRAW, StudyState.WITHDRAWN),
            new StudyTransition(StudyState.RETURNED, StudyStep.SAVE, StudyState.RETURNED),
            new StudyTransition(StudyState.RETURNED, StudyStep.SUBMIT, StudyState.SUBMITTED),
            new StudyTransition(StudyState.RETURNED, StudyStep.WITHDRAW, StudyState.WITHDRAWN),
            new StudyTransition(StudyState.APPROVED, StudyStep.END, StudyState.ENDED));

    /** The state after a step, or empty where the step is not legal in that state. */
    public static Optional<StudyState> next(StudyState from, StudyStep step) {
        return ALL.stream()
                .filter(transition -> transition.from == from && transition.step == step)
                .map(StudyTransition::to)
                .findFirst();
    }
}
