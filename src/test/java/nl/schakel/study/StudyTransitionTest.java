package nl.schakel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyTransitionTest {
    private static final Map<StudyState, Set<StudyStep>> LEGAL = Map.of(
            StudyState.DRAFT, EnumSet.of(StudyStep.SAVE, StudyStep.SUBMIT, StudyStep.WITHDRAW),
            StudyState.SUBMITTED,
                    EnumSet.of(
                            StudyStep.REVIEW,
                            StudyStep.APPROVE,
                            StudyStep.RETURN,
                            StudyStep.REFUSE,
                            StudyStep.WITHDRAW),
            StudyState.RETURNED, EnumSet.of(StudyStep.SAVE, StudyStep.SUBMIT, StudyStep.WITHDRAW),
            StudyState.APPROVED, EnumSet.of(StudyStep.END),
            StudyState.REFUSED, EnumSet.noneOf(StudyStep.class),
            StudyState.WITHDRAWN, EnumSet.noneOf(StudyStep.class),
            StudyState.ENDED, EnumSet.noneOf(StudyStep.class));

    @ParameterizedTest
    @EnumSource
    void allows_exactly_the_legal_steps_of_each_state(StudyState state) {
        Study study = new Study(
                new StudyId(UUID.randomUUID()),
                StudyCode.of(2026, 1),
                ARequest.somebody(Role.RESEARCHER).staff(),
                state,
                1,
                ARequest.complete());
        for (StudyStep step : StudyStep.values()) {
            if (LEGAL.getOrDefault(state, Set.of()).contains(step)) {
                assertThat(study.after(step)).as("%s %s", state, step).isNotNull();
            } else {
                assertThatThrownBy(() -> study.after(step))
                        .as("%s %s", state, step)
                        .isInstanceOf(StudyRefused.WrongState.class);
            }
        }
    }

    @Test
    void names_each_pair_of_state_and_step_once() {
        assertThat(StudyTransition.ALL.stream().map(t -> t.from() + " " + t.step()))
                .doesNotHaveDuplicates();
    }

    @Test
    void reaches_every_state_from_a_draft() {
        Set<StudyState> reached = EnumSet.of(StudyState.DRAFT);
        for (int i = 0; i < StudyState.values().length; i++) {
            StudyTransition.ALL.stream()
                    .filter(transition -> reached.contains(transition.from()))
                    .map(StudyTransition::to)
                    .toList()
                    .forEach(reached::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(StudyState.values());
    }

    @Test
    void leads_to_approval_only_from_review() {
        assertThat(StudyTransition.ALL.stream()
                        .filter(transition -> transition.to() == StudyState.APPROVED)
                        .map(StudyTransition::from))
                .containsOnly(StudyState.SUBMITTED);
    }
}
