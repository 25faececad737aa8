package nl.schakel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTransitionTest {
    private static final Set<ReleaseStep> CLOSING = EnumSet.of(ReleaseStep.RECALL, ReleaseStep.END);
    private static final Map<ReleaseState, Set<ReleaseStep>> LEGAL = Map.of(
            ReleaseState.BUILT, and(ReleaseStep.APPROVE, ReleaseStep.RELEASE),
            ReleaseState.RELEASED, and(ReleaseStep.DOWNLOAD),
            ReleaseState.DOWNLOADED, and(ReleaseStep.DOWNLOAD),
            ReleaseState.RECALLED, Set.of(),
            ReleaseState.ENDED, Set.of());

    @ParameterizedTest
    @EnumSource
    void allows_exactly_the_legal_steps_of_each_state(ReleaseState state) {
        for (ReleaseStep step : ReleaseStep.values()) {
            assertThat(ReleaseTransition.next(state, step).isPresent())
                    .as("%s %s", state, step)
                    .isEqualTo(LEGAL.getOrDefault(state, Set.of()).contains(step));
        }
    }

    @Test
    void names_each_pair_of_state_and_step_once() {
        assertThat(ReleaseTransition.ALL.stream().map(t -> t.from() + " " + t.step()))
                .doesNotHaveDuplicates();
    }

    @Test
    void reaches_every_state_from_a_built_package() {
        Set<ReleaseState> reached = EnumSet.of(ReleaseState.BUILT);
        for (int i = 0; i < ReleaseState.values().length; i++) {
            ReleaseTransition.ALL.stream()
                    .filter(transition -> reached.contains(transition.from()))
                    .map(ReleaseTransition::to)
                    .toList()
                    .forEach(reached::add);
        }
        assertThat(reached).containsExactlyInAnyOrder(ReleaseState.values());
    }

    @Test
    void lets_nothing_be_downloaded_before_both_released() {
        assertThat(ReleaseTransition.next(ReleaseState.BUILT, ReleaseStep.DOWNLOAD))
                .isEmpty();
    }

    private static Set<ReleaseStep> and(ReleaseStep... steps) {
        Set<ReleaseStep> all = EnumSet.copyOf(CLOSING);
        all.addAll(Set.of(steps));
        return all;
    }
}
