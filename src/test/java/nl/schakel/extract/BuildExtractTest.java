package nl.schakel.extract;

import static nl.schakel.extract.ExtractWorld.RESEARCHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.audit.AuditRefused;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;
import org.junit.jupiter.api.Test;

class BuildExtractTest {
    @Test
    void hands_over_every_linked_pupil_under_a_pseudonym_of_the_study() {
        ExtractWorld world = ExtractWorld.of(200, 1);
        BuiltExtract built = world.build(RESEARCHER);
        assertThat(built.pupils()).isEqualTo(200);
        assertThat(world.columns).extracting(ExtractColumn::name).containsExactly("geslacht", "rekenen_m_2020");
        assertThat(world.rows).hasSize(200);
        PersonKey person = world.persons.get(17);
        assertThat(world.row(person)[0]).isEqualTo(world.value("geslacht", person, 0));
        assertThat(world.recorded).containsExactly(built);
    }

    @Test
    void the_same_request_again_gives_the_same_extract_and_builds_nothing() {
        ExtractWorld world = ExtractWorld.of(100, 18);
        ExtractId asked = ExtractId.asked(ExtractWorld.STUDY, "verzoek-1");
        BuiltExtract built = world.build(RESEARCHER, asked);
        world.persons.clear();
        assertThat(world.build(RESEARCHER, ExtractId.asked(ExtractWorld.STUDY, "verzoek-1")))
                .isSameAs(built);
        assertThat(world.recorded).containsExactly(built);
    }

    @Test
    void a_stranger_who_knows_the_request_is_refused_all_the_same() {
        ExtractWorld world = ExtractWorld.of(100, 19);
        ExtractId asked = ExtractId.asked(ExtractWorld.STUDY, "verzoek-1");
        world.build(RESEARCHER, asked);
        assertThatThrownBy(() -> world.build(ExtractWorld.STRANGER, asked))
                .isInstanceOf(StudyRefused.NotApproved.class);
    }

    @Test
    void the_same_key_in_another_study_is_another_request() {
        StudyId other = new StudyId(new UUID(9, 9));
        assertThat(ExtractId.asked(other, "verzoek-1")).isNotEqualTo(ExtractId.asked(ExtractWorld.STUDY, "verzoek-1"));
    }

    @Test
    void the_order_of_rows_says_nothing_of_the_order_in_which_they_were_read() {
        ExtractWorld world = ExtractWorld.of(300, 2);
        world.build(RESEARCHER);
        ExtractWorld shuffled = ExtractWorld.of(300, 2);
        Collections.shuffle(shuffled.persons, new Random(7));
        shuffled.build(RESEARCHER);
        assertThat(shuffled.order).isEqualTo(world.order);
        shuffled.rows.forEach((pseudonym, row) -> assertThat(row).isEqualTo(world.rows.get(pseudonym)));
    }

    @Test
    void codes_both_tails_of_a_score_so_that_ten_pupils_share_them() {
        ExtractWorld world = ExtractWorld.of(500, 3);
        world.build(RESEARCHER);
        ExtractColumn score = world.columns.get(1);
        int top = score.top().orElseThrow();
        int bottom = score.bottom().orElseThrow();
        assertThat(world.rows.values()).allMatch(row -> row[1] >= bottom && row[1] <= top);
        assertThat(world.rows.values().stream().filter(row -> row[1] == top).count())
                .isGreaterThanOrEqualTo(10);
        assertThat(world.rows.values().stream().filter(row -> row[1] == bottom).count())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void every_pupil_looks_like_at_least_nine_others() {
        ExtractWorld world = ExtractWorld.of(1_000, 4);
        world.variables = List.of("geslacht", "geboortejaar", "leerjaar");
        Random random = new Random(5);
        for (PersonKey person : world.persons) {
            int grade = 1 + random.nextInt(8);
            world.set("leerjaar", person, 2020, grade);
            world.set("geboortejaar", person, 0, 2016 - grade - random.nextInt(10) / 9);
        }
        world.build(RESEARCHER);
        Map<List<Integer>, Long> classes = world.rows.values().stream()
                .collect(Collectors.groupingBy(row -> List.of(row[0], row[1], row[2]), Collectors.counting()));
        assertThat(classes.values()).allMatch(count -> count >= 10);
        assertThat(world.recorded.get(0).riskReport()).contains("\"hoogsteRisico\":0.1");
    }

    @Test
    void refuses_what_cannot_be_protected_and_names_the_variables() {
        ExtractWorld world = ExtractWorld.of(60, 6);
        world.variables = List.of("geslacht", "geboortejaar");
        Random random = new Random(8);
        world.persons.forEach(person -> world.set("geboortejaar", person, 0, 1990 + random.nextInt(100)));
        assertThatThrownBy(() -> world.build(RESEARCHER))
                .isInstanceOfSatisfying(ExtractRefused.TooMuchSuppression.class, refused -> {
                    assertThat(refused.facts().toString()).contains("geboortejaar");
                    assertThat(refused.facts().toString()).contains("herkenbaar");
                });
        assertThat(world.recorded).isEmpty();
        assertThat(world.rows).isEmpty();
    }

    @Test
    void a_value_that_the_catalogue_does_not_know_is_no_data() {
        ExtractWorld world = ExtractWorld.of(100, 9);
        world.persons.forEach(person -> world.set("geslacht", person, 0, 7));
        world.build(RESEARCHER);
        assertThat(world.rows.values()).allMatch(row -> row[0] == -9);
    }

    @Test
    void a_pupil_without_score_keeps_the_code_for_no_data() {
        ExtractWorld world = ExtractWorld.of(100, 10);
        world.set("rekenen_m", world.persons.get(0), 2020, -9);
        world.build(RESEARCHER);
        assertThat(world.row(world.persons.get(0))[1]).isEqualTo(-9);
    }

    @Test
    void refuses_a_population_smaller_than_k() {
        assertThatThrownBy(() -> ExtractWorld.of(9, 11).build(RESEARCHER))
                .isInstanceOf(ExtractRefused.TooFewPupils.class);
    }

    @Test
    void refuses_a_researcher_of_another_study_as_if_it_did_not_exist() {
        assertThatThrownBy(() -> ExtractWorld.of(100, 12).build(ExtractWorld.STRANGER))
                .isInstanceOf(StudyRefused.NotApproved.class);
    }

    @Test
    void refuses_a_privacy_officer() {
        assertThatThrownBy(() -> ExtractWorld.of(100, 13).build(ExtractWorld.PRIVACY_OFFICER))
                .isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void refuses_a_study_that_is_not_approved() {
        ExtractWorld world = ExtractWorld.of(100, 14);
        assertThatThrownBy(() -> new BuildExtract(world, world, world, () -> world, world, world.clock)
                        .build(RESEARCHER, new StudyId(new UUID(9, 9)), ExtractId.random()))
                .isInstanceOf(StudyRefused.NotApproved.class);
    }

    @Test
    void refuses_a_study_that_has_ended() {
        ExtractWorld world = ExtractWorld.of(100, 15);
        world.endDate = LocalDate.of(2026, 11, 20);
        assertThatThrownBy(() -> world.build(RESEARCHER)).isInstanceOf(ExtractRefused.StudyEnded.class);
    }

    @Test
    void refuses_a_variable_that_left_the_catalogue() {
        ExtractWorld world = ExtractWorld.of(100, 16);
        world.variables = List.of("geslacht", "vervallen_variabele");
        assertThatThrownBy(() -> world.build(RESEARCHER)).isInstanceOf(ExtractRefused.VariableGone.class);
    }

    @Test
    void refuses_where_nothing_links_the_registers_that_would_be_read() {
        ExtractWorld world = ExtractWorld.of(100, 18);
        world.runs = new ArrayList<>();
        assertThatThrownBy(() -> world.build(RESEARCHER)).isInstanceOf(ExtractRefused.LinkageOutdated.class);
        assertThat(world.recorded).isEmpty();
    }

    @Test
    void refuses_where_somebody_linked_again_while_it_was_being_read() {
        ExtractWorld world = ExtractWorld.of(100, 19);
        world.runs = new ArrayList<>(List.of(new UUID(5, 5), new UUID(5, 6)));
        assertThatThrownBy(() -> world.build(RESEARCHER)).isInstanceOf(ExtractRefused.LinkageOutdated.class);
        assertThat(world.recorded).isEmpty();
        assertThat(world.rows).isEmpty();
    }

    @Test
    void tells_linkage_in_tens() {
        assertThat(ExtractWorld.of(123, 17).build(RESEARCHER).linkageReport())
                .contains(
                        "\"geleverd\":160",
                        "\"gekoppeld\":120",
                        "\"meerduidig\":10",
                        "\"tegenspraak\":10",
                        "\"nietGekoppeld\":20");
    }
}
