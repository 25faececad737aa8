package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateBlindedTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final int ALLOWED = 5;
    private static final Actor SCHOOL =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin("99AA")));

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
    private final CountingQuota quota = new CountingQuota();
    private final EvaluateBlinded evaluate =
            new EvaluateBlinded(new Echo(1), new ReserveEvaluations(quota, CLOCK), trail);

    @Test
    void evaluates_in_order_counts_and_writes_one_entry() {
        EvaluateBlinded.Evaluated evaluated = evaluate.evaluate(SCHOOL, List.of(element(1), element(2)));
        assertThat(evaluated.evaluations()).containsExactly(new Evaluations(1, "02", List.of(element(1), element(2))));
        assertThat(evaluated.balance()).isEqualTo(new EvaluationQuota.Balance(true, 2, ALLOWED));
        assertThat(trail.said()).hasSize(1);
        assertThat(trail.said().get(0).act()).isEqualTo("evaluation.blind");
        assertThat(trail.said().get(0).details()).containsEntry("points", 2L).containsEntry("used", 2L);
    }

    @Test
    void while_a_change_of_keys_is_open_both_versions_answer_and_an_element_counts_once() {
        EvaluateBlinded changing = new EvaluateBlinded(new Echo(2, 1), new ReserveEvaluations(quota, CLOCK), trail);
        EvaluateBlinded.Evaluated evaluated = changing.evaluate(SCHOOL, List.of(element(1), element(2)));
        assertThat(evaluated.evaluations()).extracting(Evaluations::version).containsExactly(2, 1);
        assertThat(evaluated.evaluations())
                .allSatisfy(version -> assertThat(version.points()).containsExactly(element(1), element(2)));
        assertThat(evaluated.balance().used()).isEqualTo(2);
        assertThat(quota.used).isEqualTo(2);
        assertThat(trail.said()).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("points", 2L));
    }

    @Test
    void past_the_quota_nothing_is_evaluated_or_counted() {
        evaluate.evaluate(SCHOOL, Collections.nCopies(4, element(1)));
        assertThatThrownBy(() -> evaluate.evaluate(SCHOOL, List.of(element(1), element(2))))
                .isInstanceOfSatisfying(PseudonymRefused.QuotaUsed.class, refused -> assertThat(refused.facts())
                        .containsEntry("schooljaar", "2026-2027")
                        .containsEntry("gebruikt", 4L)
                        .containsEntry("toegestaan", (long) ALLOWED));
        assertThat(trail.said()).hasSize(1);
        assertThat(evaluate.evaluate(SCHOOL, List.of(element(3))).balance().used())
                .isEqualTo(ALLOWED);
    }

    @Test
    void more_than_a_thousand_are_refused_before_they_count() {
        assertThatThrownBy(() -> evaluate.evaluate(SCHOOL, Collections.nCopies(1_001, element(1))))
                .isInstanceOf(PseudonymRefused.TooManyPoints.class);
        assertThat(quota.used).isZero();
    }

    @Test
    void what_is_refused_before_it_is_evaluated_does_not_count() {
        for (PseudonymRefused refusal :
                List.of(new PseudonymRefused.NotPoints(2), new PseudonymRefused.Suspended("a"))) {
            EvaluateBlinded refusing =
                    new EvaluateBlinded(new Refusing(refusal), new ReserveEvaluations(quota, CLOCK), trail);
            assertThatThrownBy(() -> refusing.evaluate(SCHOOL, List.of(element(1), element(2))))
                    .isSameAs(refusal);
        }
        assertThat(quota.used).isZero();
        assertThat(trail.said()).isEmpty();
    }

    @Test
    void nobody_but_a_school_evaluates() {
        Actor other = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
        assertThatThrownBy(() -> evaluate.evaluate(other, List.of(element(1))))
                .isInstanceOf(AuditRefused.NotAllowed.class);
        assertThat(trail.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456782",
                "000000000",
                "123456782123456782123456782123456782123456782",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ",
                "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_"
            })
    void what_is_no_compressed_point_in_base64_is_no_element(String text) {
        assertThat(BlindedElement.parse(text)).isEmpty();
    }

    @Test
    void an_element_is_read_as_written_and_never_printed() {
        BlindedElement element = element(7);
        assertThat(BlindedElement.parse(element.text())).contains(element);
        assertThat(element.text()).hasSize(44).isEqualTo(Base64.getEncoder().encodeToString(element.bytes()));
        assertThat(element)
                .hasToString("BlindedElement[hidden]")
                .hasSameHashCodeAs(element(7))
                .isNotEqualTo(element(8));
        assertThatThrownBy(() -> BlindedElement.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlindedElement.of(new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    private static BlindedElement element(int value) {
        byte[] bytes = new byte[BlindedElement.LENGTH];
        Arrays.fill(bytes, (byte) value);
        bytes[0] = 2;
        return BlindedElement.of(bytes);
    }

    private static final class CountingQuota implements EvaluationQuota {
        private long used;

        @Override
        public Balance reserve(Brin school, SchoolYear year, int evaluations, Instant at) {
            boolean granted = used + evaluations <= ALLOWED;
            used += granted ? evaluations : 0;
            return new Balance(granted, used, ALLOWED);
        }
    }

    /** Gives every element back as it came, under each version. */
    private static final class Echo implements BlindEvaluator {
        private final List<Integer> versions;

        Echo(Integer... versions) {
            this.versions = List.of(versions);
        }

        @Override
        public Prepared prepare(List<BlindedElement> elements) {
            return () -> versions.stream()
                    .map(version -> new Evaluations(version, "02", elements))
                    .toList();
        }

        @Override
        public List<Canaries> canaries() {
            throw new UnsupportedOperationException();
        }
    }

    private record Refusing(PseudonymRefused refusal) implements BlindEvaluator {
        @Override
        public Prepared prepare(List<BlindedElement> elements) {
            throw refusal;
        }

        @Override
        public List<Canaries> canaries() {
            throw refusal;
        }
    }
}
