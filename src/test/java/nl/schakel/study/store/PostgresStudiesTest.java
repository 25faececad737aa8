package nl.schakel.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.study.ARequest;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.Review;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.ReviewStudy;
import nl.schakel.study.StartStudy;
import nl.schakel.study.Study;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import nl.schakel.study.SubmitStudy;
import nl.schakel.study.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresStudiesTest {
    private final Clock clock = Clock.fixed(ARequest.NOW, ZoneOffset.UTC);
    private final Database database = TestPostgres.database(null);
    private final PostgresStudies studies = new PostgresStudies(database, (zone, entry) -> {}, clock);
    private final PostgresApprovedStudies approved = new PostgresApprovedStudies(database);
    private final Actor researcher = ARequest.somebody(Role.RESEARCHER);
    private final StaffId colleague = new StaffId(UUID.randomUUID());
    private final Actor steward = ARequest.somebody(Role.STEWARD);
    private final Actor officer = ARequest.somebody(Role.PRIVACY_OFFICER);

    @Test
    void gives_back_what_it_was_given() throws Exception {
        StudyId id = submitted();
        Study study = cold(() -> studies.find(id)).orElseThrow();
        assertThat(study.request()).isEqualTo(ARequest.complete(colleague));
        assertThat(study.state()).isEqualTo(StudyState.SUBMITTED);
        assertThat(study.applicant()).isEqualTo(researcher.staff());
    }

    @Test
    void keeps_a_draft_in_which_nothing_is_filled_in() throws Exception {
        Study draft = cold(() -> new StartStudy(studies, clock).start(researcher, StudyRequest.empty()));
        assertThat(cold(() -> studies.find(draft.id()))).contains(draft);
    }

    @Test
    void never_gives_a_code_twice() throws Exception {
        Study one = cold(() -> new StartStudy(studies, clock).start(researcher, StudyRequest.empty()));
        Study other = cold(() -> new StartStudy(studies, clock).start(researcher, StudyRequest.empty()));
        assertThat(one.code()).isNotEqualTo(other.code());
    }

    @Test
    void gives_an_approved_study_only_after_two_approvals() throws Exception {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD);
        assertThat(cold(() -> approved.find(id))).isEmpty();
        judge(officer, id, ReviewRole.PRIVACY_OFFICER);
        Optional<ApprovedStudy> study = cold(() -> approved.find(id));
        assertThat(study).isPresent();
        assertThat(study.get().team()).containsExactlyInAnyOrder(researcher.staff(), colleague);
        assertThat(study.get().openOn(LocalDate.of(2028, 1, 31))).isTrue();
        assertThat(study.get().openOn(LocalDate.of(2028, 2, 1))).isFalse();
        assertThat(cold(() -> studies.reviews(id))).hasSize(2);
    }

    @Test
    void lists_for_the_team_and_for_reviewers() throws Exception {
        StudyId id = submitted();
        Study draft = cold(() -> new StartStudy(studies, clock).start(researcher, StudyRequest.empty()));
        assertThat(cold(() -> studies.ofTeam(colleague)))
                .extracting(StudyOverview::id)
                .containsExactly(id);
        assertThat(cold(() -> studies.ofTeam(researcher.staff())))
                .extracting(StudyOverview::id)
                .containsExactlyInAnyOrder(id, draft.id());
        assertThat(cold(studies::handedIn))
                .extracting(StudyOverview::id)
                .contains(id)
                .doesNotContain(draft.id());
    }

    static Stream<Arguments> wrong_reviews() {
        StaffId reviewer = new StaffId(UUID.randomUUID());
        return Stream.of(
                Arguments.of("by the applicant", "applicant", "REFUSE", "reden"),
                Arguments.of("by the team", "colleague", "REFUSE", "reden"),
                Arguments.of("without reason", reviewer.value().toString(), "RETURN", "  "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_reviews")
    void the_database_itself_refuses_a_review(String name, String who, String verdict, String reason) throws Exception {
        StudyId id = submitted();
        StaffId reviewer = who.equals("applicant")
                ? researcher.staff()
                : who.equals("colleague") ? colleague : new StaffId(UUID.fromString(who));
        Review review = new Review(ReviewRole.STEWARD, reviewer, 1, Verdict.valueOf(verdict), reason, ARequest.NOW);
        assertRefused(id, review);
    }

    @Test
    void the_database_itself_refuses_both_sides_from_one_person() throws Exception {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD);
        assertRefused(
                id, new Review(ReviewRole.PRIVACY_OFFICER, steward.staff(), 1, Verdict.APPROVE, "", ARequest.NOW));
    }

    @Test
    void the_database_itself_refuses_approval_without_two_reviews() throws Exception {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD);
        Study study = cold(() -> studies.find(id)).orElseThrow();
        Study forged =
                new Study(id, study.code(), study.applicant(), StudyState.APPROVED, study.round(), study.request());
        assertThatThrownBy(() -> cold(() -> {
                    studies.change(forged, entry());
                    return true;
                }))
                .isInstanceOf(DatabaseFailure.class);
    }

    private void assertRefused(StudyId id, Review review) throws Exception {
        Study study = cold(() -> studies.find(id)).orElseThrow();
        assertThatThrownBy(() -> cold(() -> {
                    studies.review(study, review, entry());
                    return true;
                }))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(cold(() -> studies.reviews(id))).doesNotContain(review);
    }

    private AuditEntry entry() {
        return AuditEntry.by(researcher, "study.test", ProcessingActivity.ADMINISTER_STUDY);
    }

    private StudyId submitted() throws Exception {
        return cold(() -> {
            StudyId id = new StartStudy(studies, clock)
                    .start(researcher, ARequest.complete(colleague))
                    .id();
            return new SubmitStudy(studies, clock).submit(researcher, id).id();
        });
    }

    private void judge(Actor actor, StudyId id, ReviewRole side) throws Exception {
        cold(() -> new ReviewStudy(studies, clock)
                .review(actor, id, new ReviewStudy.Judgement(side, Verdict.APPROVE, "")));
    }

    private static <T> T cold(Callable<T> work) throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, work);
    }
}
