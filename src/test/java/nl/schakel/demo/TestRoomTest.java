package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestRoomTest {
    private static final WorldPlan PLAN = new WorldPlan(4, 150, 2018, 4);
    private static final List<TestScore> SCORES = scores();

    @Test
    void abilities_grow_from_moment_to_moment() {
        for (Domain domain : Domain.values()) {
            double last = 0;
            for (int grade = 3; grade <= 8; grade++) {
                double mean = mean(domain, 2018, grade, false);
                assertThat(mean).as("%s M%d", domain, grade).isGreaterThan(last);
                last = mean;
            }
        }
    }

    @Test
    void means_lie_near_the_published_ones() {
        assertThat(mean(Domain.READING, 2018, 3, true)).isCloseTo(121, within(8.0));
        assertThat(mean(Domain.READING, 2018, 8, false)).isCloseTo(207, within(12.0));
        assertThat(mean(Domain.SPELLING, 2018, 3, true)).isCloseTo(166, within(12.0));
    }

    @Test
    void growth_falls_behind_in_the_year_of_closed_schools() {
        double before = mean(Domain.READING, 2019, 6, false) - mean(Domain.READING, 2018, 5, false);
        double closed = mean(Domain.READING, 2020, 6, false) - mean(Domain.READING, 2019, 5, false);
        assertThat(closed / before).isCloseTo(0.81, within(0.09));
    }

    @Test
    void levels_have_about_the_shares_of_the_norm_group() {
        long best = SCORES.stream().filter(score -> score.level() == 'A').count();
        long lowest = SCORES.stream().filter(score -> score.level() == 'E').count();
        assertThat(best / (double) SCORES.size()).isCloseTo(0.25, within(0.08));
        assertThat(lowest / (double) SCORES.size()).isCloseTo(0.12, within(0.06));
    }

    @Test
    void nobody_has_more_right_than_there_are_items() {
        assertThat(SCORES).allMatch(score -> score.right() >= 0 && score.right() <= score.items());
    }

    @Test
    void faulty_results_occur_about_as_often_as_documented() {
        double size = SCORES.size();
        long unknown =
                SCORES.stream().filter(s -> s.pupilKey().endsWith("-oud")).count();
        long outside = SCORES.stream()
                .filter(s -> s.date().getYear() != s.moment().year() + 1)
                .count();
        assertThat(unknown / size).isCloseTo(Fault.UNKNOWN_PUPIL.share(), within(0.0005));
        assertThat(outside / size).isCloseTo(Fault.DATE_OUTSIDE_YEAR.share(), within(0.0007));
        assertThat((size - SCORES.stream().distinct().count()) / size)
                .isCloseTo(Fault.DOUBLE_RESULT.share(), within(0.001));
    }

    private static double mean(Domain domain, int year, int grade, boolean end) {
        return SCORES.stream()
                .filter(s -> s.domain() == domain && s.moment().equals(new Moment(year, grade, end)))
                .mapToDouble(TestScore::ability)
                .average()
                .orElseThrow();
    }

    private static List<TestScore> scores() {
        List<TestScore> scores = new ArrayList<>();
        TestRoom room = new TestRoom(PLAN);
        World world = new World(PLAN);
        while (world.hasNext()) {
            for (Site site : world.next().sites()) {
                Stream.of(0, 1, 2, 3).forEach(year -> scores.addAll(room.scores(site, year)));
            }
        }
        return scores;
    }
}
