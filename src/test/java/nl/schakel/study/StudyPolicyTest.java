package nl.schakel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StudyPolicyTest {
    private static final Actor APPLICANT = ARequest.somebody(Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER);
    private static final Actor COLLEAGUE = ARequest.somebody(Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER);
    private static final Actor STEWARD = ARequest.somebody(Role.STEWARD);
    private static final Actor OFFICER = ARequest.somebody(Role.PRIVACY_OFFICER);
    private static final Actor STRANGER = ARequest.somebody(Role.RESEARCHER);
    private static final Actor OPERATOR = ARequest.somebody(Role.OPERATOR);
    private static final Study STUDY = ARequest.submitted(APPLICANT.staff(), COLLEAGUE.staff());

    static Stream<Arguments> wrong_reviewers() {
        return Stream.of(
                Arguments.of("applicant as steward", APPLICANT, ReviewRole.STEWARD, StudyRefused.OwnStudy.class),
                Arguments.of(
                        "applicant as officer", APPLICANT, ReviewRole.PRIVACY_OFFICER, StudyRefused.OwnStudy.class),
                Arguments.of("colleague as steward", COLLEAGUE, ReviewRole.STEWARD, StudyRefused.OwnStudy.class),
                Arguments.of(
                        "colleague as officer", COLLEAGUE, ReviewRole.PRIVACY_OFFICER, StudyRefused.OwnStudy.class),
                Arguments.of("steward as officer", STEWARD, ReviewRole.PRIVACY_OFFICER, AuditRefused.NotAllowed.class),
                Arguments.of("officer as steward", OFFICER, ReviewRole.STEWARD, AuditRefused.NotAllowed.class),
                Arguments.of("stranger as steward", STRANGER, ReviewRole.STEWARD, AuditRefused.NotAllowed.class),
                Arguments.of("operator as steward", OPERATOR, ReviewRole.STEWARD, AuditRefused.NotAllowed.class),
                Arguments.of(
                        "operator as officer", OPERATOR, ReviewRole.PRIVACY_OFFICER, AuditRefused.NotAllowed.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_reviewers")
    void refuses_a_wrong_reviewer(String name, Actor actor, ReviewRole side, Class<? extends Throwable> refusal) {
        assertThat(StudyPolicy.allowsReview(actor, STUDY, side)).isFalse();
        assertThatThrownBy(() -> StudyPolicy.requireReview(actor, STUDY, side)).isInstanceOf(refusal);
    }

    @Test
    void allows_each_side_its_own_review() {
        assertThat(StudyPolicy.allowsReview(STEWARD, STUDY, ReviewRole.STEWARD)).isTrue();
        assertThat(StudyPolicy.allowsReview(OFFICER, STUDY, ReviewRole.PRIVACY_OFFICER))
                .isTrue();
    }

    @Test
    void shows_a_draft_to_its_team_only() {
        Study draft = ARequest.draft(STRANGER.staff());
        assertThat(StudyPolicy.allowsReading(STRANGER, draft)).isTrue();
        for (Actor other : List.of(STEWARD, OFFICER, APPLICANT, OPERATOR)) {
            assertThat(StudyPolicy.allowsReading(other, draft)).isFalse();
        }
    }

    @Test
    void shows_a_request_to_team_and_reviewers_and_to_nobody_else() {
        for (Actor reader : List.of(APPLICANT, COLLEAGUE, STEWARD, OFFICER)) {
            assertThat(StudyPolicy.allowsReading(reader, STUDY)).isTrue();
        }
        for (Actor other : List.of(STRANGER, OPERATOR)) {
            assertThat(StudyPolicy.allowsReading(other, STUDY)).isFalse();
        }
    }

    @Test
    void hides_a_review_from_everybody_else_until_both_are_in() {
        Review first =
                new Review(ReviewRole.STEWARD, STEWARD.staff(), 1, Verdict.REFUSE, "te veel variabelen", ARequest.NOW);
        assertThat(StudyPolicy.visible(STEWARD, List.of(first))).containsExactly(first);
        for (Actor other : List.of(OFFICER, APPLICANT, COLLEAGUE)) {
            assertThat(StudyPolicy.visible(other, List.of(first))).isEmpty();
        }
        Review second = new Review(ReviewRole.PRIVACY_OFFICER, OFFICER.staff(), 1, Verdict.APPROVE, "", ARequest.NOW);
        for (Actor reader : List.of(STEWARD, OFFICER, APPLICANT)) {
            assertThat(StudyPolicy.visible(reader, List.of(first, second))).containsExactly(first, second);
        }
    }

    @Test
    void keeps_the_new_round_blind_while_the_old_one_is_open() {
        Review old = new Review(ReviewRole.STEWARD, STEWARD.staff(), 1, Verdict.RETURN, "korter", ARequest.NOW);
        Review other = new Review(ReviewRole.PRIVACY_OFFICER, OFFICER.staff(), 1, Verdict.APPROVE, "", ARequest.NOW);
        Review fresh = new Review(ReviewRole.STEWARD, STEWARD.staff(), 2, Verdict.APPROVE, "", ARequest.NOW);
        assertThat(StudyPolicy.visible(OFFICER, List.of(old, other, fresh))).containsExactly(old, other);
    }
}
