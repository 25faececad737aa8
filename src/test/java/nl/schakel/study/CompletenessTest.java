package nl.schakel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.schakel.catalogue.VariableName;
import nl.schakel.platform.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompletenessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static Stream<Arguments> gaps() {
        return Stream.of(
                gap("ST-01", r -> of(" ", r.purpose(), r.variables(), r.population(), r.period(), r.endDate())),
                gap("ST-02", r -> of(r.title(), "", r.variables(), r.population(), r.period(), r.endDate())),
                gap("ST-04", r -> of(r.title(), r.purpose(), List.of(), r.population(), r.period(), r.endDate())),
                gap(
                        "ST-05",
                        r -> of(
                                r.title(),
                                r.purpose(),
                                List.of(new RequestedVariable(new VariableName("geslacht"), "  ")),
                                r.population(),
                                r.period(),
                                r.endDate())),
                gap(
                        "ST-06",
                        r -> of(
                                r.title(),
                                r.purpose(),
                                r.variables(),
                                Population.of(Set.of(), Set.of(new Grade(3))),
                                r.period(),
                                r.endDate())),
                gap(
                        "ST-07",
                        r -> of(r.title(), r.purpose(), r.variables(), r.population(), Optional.empty(), r.endDate())),
                gap(
                        "ST-08",
                        r -> of(r.title(), r.purpose(), r.variables(), r.population(), r.period(), Optional.empty())),
                gap(
                        "ST-09",
                        r -> of(r.title(), r.purpose(), r.variables(), r.population(), r.period(), Optional.of(TODAY))),
                gap(
                        "ST-09",
                        r -> of(
                                r.title(),
                                r.purpose(),
                                r.variables(),
                                r.population(),
                                r.period(),
                                Optional.of(TODAY.plusYears(10).plusDays(1)))));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void names_what_is_missing(String rule, UnaryOperator<StudyRequest> spoil) {
        assertThat(Completeness.faults(spoil.apply(ARequest.complete()), TODAY))
                .extracting(Fault::rule)
                .containsExactly(rule);
    }

    @Test
    void names_every_gap_of_an_empty_request_together() {
        assertThat(Completeness.faults(StudyRequest.empty(), TODAY))
                .extracting(Fault::rule)
                .containsExactly("ST-01", "ST-02", "ST-03", "ST-06", "ST-07", "ST-08", "ST-10", "ST-04");
    }

    @Test
    void finds_nothing_in_a_complete_request() {
        assertThat(Completeness.faults(ARequest.complete(), TODAY)).isEmpty();
    }

    private static Arguments gap(String rule, UnaryOperator<StudyRequest> spoil) {
        return Arguments.of(rule, spoil);
    }

    private static StudyRequest of(
            String title,
            String purpose,
            List<RequestedVariable> variables,
            Population population,
            Optional<Period> period,
            Optional<LocalDate> endDate) {
        return new StudyRequest(
                title,
                purpose,
                "Universiteit Zevenwolden",
                Set.of(),
                variables,
                population,
                period,
                endDate,
                Optional.of(ARequest.RECIPIENT));
    }
}
