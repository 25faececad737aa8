package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.BlindEvaluator;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.EvaluationQuota;
import nl.schakel.pseudonym.Evaluations;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.ReserveEvaluations;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;

class SuspendablePseudonymizerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final Actor SCHOOL =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin("99AA")));
    private static final Actor OPERATOR =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
    private static final List<Pgn> NUMBERS =
            List.of(Pgn.parse("123456782").orElseThrow(), Pgn.parse("111222333").orElseThrow());

    private final Quota quota = new Quota();
    private final Keys keys = new Keys(key(1));

    @Test
    void what_a_school_has_evaluated_is_counted_and_refused_past_its_quota() {
        Pseudonymizer school = pseudonymizer(Optional.of(SCHOOL));
        assertThat(school.linkage(NUMBERS)).hasSize(2);
        school.linkage(NUMBERS.get(0));
        assertThat(quota.used).isEqualTo(3);
        assertThatThrownBy(() -> school.linkage(NUMBERS)).isInstanceOf(PseudonymRefused.QuotaUsed.class);
        assertThat(quota.used).isEqualTo(3);
        assertThat(school.linkage(List.of())).isEmpty();
    }

    @Test
    void what_operators_and_background_work_have_evaluated_is_not_counted() {
        pseudonymizer(Optional.of(OPERATOR)).linkage(NUMBERS);
        pseudonymizer(Optional.empty()).linkage(NUMBERS);
        assertThat(quota.used).isZero();
    }

    @Test
    void tokens_of_other_identifiers_need_no_quota() {
        pseudonymizer(Optional.of(SCHOOL)).token(TokenKind.RIN, new byte[] {1});
        assertThat(quota.used).isZero();
    }

    @Test
    void a_fault_refuses_this_call_and_every_later_one() {
        HmacKey broken = () -> {
            throw new FaultyDerivation("test");
        };
        Keys faulty = new Keys(broken);
        SuspendablePseudonymizer pseudonymizer =
                new SuspendablePseudonymizer(faulty, new ReserveEvaluations(quota, CLOCK), Optional::empty);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pseudonymizer.token(TokenKind.RIN, new byte[] {1}))
                    .isInstanceOf(PseudonymRefused.Suspended.class);
        }
        assertThatThrownBy(() -> pseudonymizer.forStudy("NCO-1", 1)).isInstanceOf(PseudonymRefused.Suspended.class);
    }

    @Test
    void blinded_elements_that_are_no_point_of_the_curve_are_named_by_place() {
        byte[] off = new byte[BlindedElement.LENGTH];
        off[0] = 2;
        for (int x = 0; CurvePoint.decode(off).isPresent(); x++) {
            off[BlindedElement.LENGTH - 1] = (byte) x;
        }
        BlindedElement good = BlindedElement.of(CurvePoint.GENERATOR.compressed());
        SuspendableEvaluator evaluator = new SuspendableEvaluator(keys);
        BlindEvaluator.Prepared prepared = evaluator.prepare(List.of(good));
        assertThat(prepared.evaluate()).singleElement().satisfies(evaluated -> {
            assertThat(evaluated.version()).isEqualTo(1);
            assertThat(evaluated.points().get(0).bytes()).asHexString().isEqualToIgnoringCase(evaluated.publicKey());
        });
        assertThatThrownBy(() -> evaluator.prepare(List.of(good, BlindedElement.of(off))))
                .isInstanceOfSatisfying(PseudonymRefused.NotPoints.class, refused -> assertThat(refused.facts())
                        .containsEntry("punt", 2));
    }

    private Pseudonymizer pseudonymizer(Optional<Actor> actor) {
        return new SuspendablePseudonymizer(keys, new ReserveEvaluations(quota, CLOCK), () -> actor);
    }

    @Test
    void the_service_evaluates_points_and_canaries_with_each_version_in_use_and_with_no_other() {
        SuspendableEvaluator evaluator = new SuspendableEvaluator(keys);
        BlindedElement generator = BlindedElement.of(CurvePoint.GENERATOR.compressed());
        for (List<Integer> inUse : List.of(List.of(1), List.of(2, 1), List.of(2))) {
            keys.oprfVersions = inUse;
            List<Evaluations> evaluations =
                    evaluator.prepare(List.of(generator)).evaluate();
            assertThat(evaluations).extracting(Evaluations::version).isEqualTo(inUse);
            assertThat(evaluations)
                    .allSatisfy(one -> assertThat(one.points().get(0).bytes())
                            .asHexString()
                            .isEqualToIgnoringCase(one.publicKey()));
            assertThat(evaluations).extracting(Evaluations::publicKey).doesNotHaveDuplicates();
            List<Canaries> canaries = evaluator.canaries();
            assertThat(canaries).extracting(Canaries::version).isEqualTo(inUse);
            assertThat(canaries).allSatisfy(one -> assertThat(one.outputs()).isEqualTo(outputs(one.version())));
        }
        keys.oprfVersions = List.of(3, 2);
        assertThatThrownBy(() -> evaluator.prepare(List.of(generator))).isInstanceOf(PseudonymRefused.Suspended.class);
    }

    private List<EvaluatedNumber> outputs(int version) {
        return keys.a().oprf(version).evaluate(Canaries.inputs()).stream()
                .map(output -> EvaluatedNumber.of(output).ofVersion(version))
                .toList();
    }

    private static Oprf oprf(String last) {
        return new Oprf(new SecretScalar(Vectors.secret("00".repeat(31) + last)).multiplier());
    }

    private static HmacKey key(int value) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) value;
        return HmacKey.of(SecretBytes.copyOf(bytes));
    }

    private static final class Quota implements EvaluationQuota {
        private static final long ALLOWED = 4;
        private long used;

        @Override
        public Balance reserve(Brin school, SchoolYear year, int evaluations, Instant at) {
            boolean granted = used + evaluations <= ALLOWED;
            used += granted ? evaluations : 0;
            return new Balance(granted, used, ALLOWED);
        }
    }

    /** Keys without a store: the token key may fail later, the OPRF key is 5. */
    private static final class Keys extends OpenedKeys {
        private final HmacKey link;
        private final HolderA a;
        private List<Integer> oprfVersions = List.of(1);
        private int suspensions;

        Keys(HmacKey link) {
            this.link = link;
            a = new HolderA(Map.of(1, oprf("05"), 2, oprf("07")), Map.of(1, key(2)));
        }

        @Override
        HolderA a() {
            return a;
        }

        @Override
        List<Integer> oprfVersions() {
            return oprfVersions;
        }

        @Override
        HolderB b() {
            if (suspensions > 0) {
                suspensions++;
                throw new PseudonymRefused.Suspended("b");
            }
            TreeMap<Integer, HmacKey> keys = new TreeMap<>();
            keys.put(1, link);
            return new HolderB(new LinkLayers(keys), key(3));
        }

        @Override
        PseudonymRefused.Suspended suspend(FaultyDerivation fault) {
            suspensions++;
            return new PseudonymRefused.Suspended("a");
        }
    }
}
