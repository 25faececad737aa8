package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {
    private static final WorldPlan PLAN = new WorldPlan(42, 40, 2019, 3);

    @Test
    void equal_plans_make_equal_worlds() {
        assertThat(schools(PLAN)).isEqualTo(schools(new WorldPlan(42, 40, 2019, 3)));
    }

    @Test
    void other_seeds_make_other_worlds() {
        assertThat(schools(PLAN)).isNotEqualTo(schools(new WorldPlan(43, 40, 2019, 3)));
    }

    @Test
    void a_smaller_world_is_the_beginning_of_a_larger_one() {
        assertThat(schools(new WorldPlan(42, 10, 2019, 3)))
                .isEqualTo(schools(PLAN).subList(0, 10));
    }

    @Test
    void every_number_of_a_child_is_valid_and_nobody_elses() {
        Set<String> seen = new HashSet<>();
        for (Child child : everyone(PLAN)) {
            assertThat(ElevenTest.passes(child.number())).as(child.number()).isTrue();
            assertThat(seen.add(child.number())).as(child.number()).isTrue();
            assertThat(seen.add(child.key())).as(child.key()).isTrue();
            assertThat(seen.add("rin" + child.rin())).as(child.rin()).isTrue();
        }
    }

    @Test
    void a_child_without_a_fault_in_the_number_has_the_right_one_at_school() {
        Set<Fault> touching =
                Set.of(Fault.NUMBER_CHANGED, Fault.NUMBER_MISSING, Fault.NUMBER_MISTYPED, Fault.NUMBER_OF_ANOTHER);
        for (Child child : everyone(PLAN)) {
            boolean right = child.schoolNumber().filter(child.number()::equals).isPresent();
            assertThat(right).as(child.key()).isEqualTo(child.faults().stream().noneMatch(touching::contains));
        }
    }

    @Test
    void faults_occur_about_as_often_as_documented() {
        List<Child> children = new ArrayList<>();
        World world = new World(new WorldPlan(1, 400, 2019, 3));
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        while (world.hasNext()) {
            world.next().sites().forEach(site -> children.addAll(site.children()));
        }
        children.forEach(child -> child.faults().forEach(fault -> counts.merge(fault, 1, Integer::sum)));
        for (Fault fault : Fault.values()) {
            if (fault.place() != Fault.Place.RESULT) {
                double share = counts.getOrDefault(fault, 0) / (double) children.size();
                assertThat(share).as(fault.name()).isCloseTo(fault.share(), within(0.25 * fault.share()));
            }
        }
    }

    @Test
    void about_one_child_in_sixty_is_a_twin_of_the_same_day_and_home() {
        List<Child> children = everyone(new WorldPlan(3, 300, 2019, 3));
        List<Child> twins = children.stream().filter(Child::twin).toList();
        assertThat(twins.size() / (double) children.size()).isCloseTo(0.016, within(0.004));
        for (int i = 0; i < twins.size(); i += 2) {
            assertThat(twins.get(i).birth()).isEqualTo(twins.get(i + 1).birth());
            assertThat(twins.get(i).household()).isSameAs(twins.get(i + 1).household());
        }
    }

    @Test
    void birth_dates_fit_the_grade() {
        for (Child child : everyone(PLAN)) {
            for (int year = 0; year < PLAN.years(); year++) {
                int grade = child.grade(year);
                int age = PLAN.firstYear() + year - child.birth().getYear();
                if (grade > 0) {
                    assertThat(age).as("%s grade %d", child.birth(), grade).isBetween(grade + 2, grade + 7);
                }
            }
        }
    }

    @Test
    void a_school_that_is_written_is_not_held() {
        World world = new World(new WorldPlan(9, 60, 2019, 3));
        List<WeakReference<School>> given = new ArrayList<>();
        while (world.hasNext()) {
            given.add(new WeakReference<>(world.next()));
        }
        for (int i = 0; i < 20 && given.stream().anyMatch(school -> school.get() != null); i++) {
            System.gc();
        }
        assertThat(given.stream().filter(school -> school.get() != null)).isEmpty();
        assertThat(world.hasNext()).isFalse();
    }

    @Test
    void a_world_ends() {
        World world = new World(new WorldPlan(1, 1, 2019, 1));
        world.next();
        assertThatThrownBy(world::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,2019,3", "-1,2019,3", "40001,2019,3", "30,2009,3", "30,2019,0", "30,2019,9", "30,2024,2"})
    void refuses_a_plan_outside_its_ranges(int schools, int firstYear, int years) {
        assertThatThrownBy(() -> new WorldPlan(1, schools, firstYear, years))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<School> schools(WorldPlan plan) {
        List<School> schools = new ArrayList<>();
        new World(plan).forEachRemaining(schools::add);
        return schools;
    }

    private static List<Child> everyone(WorldPlan plan) {
        List<Child> children = new ArrayList<>();
        for (School school : schools(plan)) {
            school.sites().forEach(site -> children.addAll(site.children()));
            children.addAll(school.neighbours());
        }
        return children;
    }
}
