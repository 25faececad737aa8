package nl.schakel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.study.ReviewStudy.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudyJourneyTest {
    private final Clock clock = Clock.fixed(ARequest.NOW, ZoneOffset.UTC);
    private final InMemoryStudies studies = new InMemoryStudies();
    private final StartStudy start = new StartStudy(studies, clock);
    private final ChangeStudy change = new ChangeStudy(studies);
    private final SubmitStudy submit = new SubmitStudy(studies, clock);
    private final ReviewStudy review = new ReviewStudy(studies, clock);
    private final CloseStudy close = new CloseStudy(studies);
    private final ReadStudies read = new ReadStudies(studies);
    private final Actor researcher = ARequest.somebody(Role.RESEARCHER);
    private final Actor steward = ARequest.somebody(Role.STEWARD);
    private final Actor officer = ARequest.somebody(Role.PRIVACY_OFFICER);

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(Verdict.APPROVE, Verdict.APPROVE, StudyState.APPROVED),
                Arguments.of(Verdict.APPROVE, Verdict.RETURN, StudyState.RETURNED),
                Arguments.of(Verdict.RETURN, Verdict.APPROVE, StudyState.RETURNED),
                Arguments.of(Verdict.RETURN, Verdict.RETURN, StudyState.RETURNED),
                Arguments.of(Verdict.APPROVE, Verdict.REFUSE, StudyState.REFUSED),
                Arguments.of(Verdict.REFUSE, Verdict.APPROVE, StudyState.REFUSED),
                Arguments.of(Verdict.RETURN, Verdict.REFUSE, StudyState.REFUSED),
                Arguments.of(Verdict.REFUSE, Verdict.RETURN, StudyState.REFUSED),
                Arguments.of(Verdict.REFUSE, Verdict.REFUSE, StudyState.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void decides_only_when_both_have_judged(Verdict stewards, Verdict officers, StudyState outcome) {
        StudyId id = submitted();
        assertThat(judge(officer, id, ReviewRole.PRIVACY_OFFICER, officers).state())
                .isEqualTo(StudyState.SUBMITTED);
        assertThat(judge(steward, id, ReviewRole.STEWARD, stewards).state()).isEqualTo(outcome);
    }

    @Test
    void writes_one_entry_for_each_act() {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD, Verdict.APPROVE);
        judge(officer, id, ReviewRole.PRIVACY_OFFICER, Verdict.APPROVE);
        close.close(researcher, id);
        assertThat(studies.entries)
                .extracting(AuditEntry::act)
                .containsExactly("study.start", "study.submit", "study.review", "study.review", "study.close");
    }

    @Test
    void refuses_a_second_review_from_the_same_side() {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD, Verdict.APPROVE);
        Actor other = ARequest.somebody(Role.STEWARD);
        assertThatThrownBy(() -> judge(other, id, ReviewRole.STEWARD, Verdict.APPROVE))
                .isInstanceOf(StudyRefused.AlreadyReviewed.class);
    }

    @Test
    void refuses_both_sides_from_the_same_person() {
        StudyId id = submitted();
        Actor both = ARequest.somebody(Role.STEWARD, Role.PRIVACY_OFFICER);
        judge(both, id, ReviewRole.STEWARD, Verdict.APPROVE);
        assertThatThrownBy(() -> judge(both, id, ReviewRole.PRIVACY_OFFICER, Verdict.APPROVE))
                .isInstanceOf(StudyRefused.AlreadyReviewed.class);
        assertThat(read.read(both, id).open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURN", "REFUSE"})
    void refuses_a_verdict_without_its_reason(Verdict verdict) {
        StudyId id = submitted();
        assertThatThrownBy(() -> review.review(steward, id, new Judgement(ReviewRole.STEWARD, verdict, " \n")))
                .isInstanceOf(StudyRefused.ReasonMissing.class);
    }

    @Test
    void begins_a_new_round_after_a_return() {
        StudyId id = submitted();
        judge(steward, id, ReviewRole.STEWARD, Verdict.RETURN);
        judge(officer, id, ReviewRole.PRIVACY_OFFICER, Verdict.APPROVE);
        change.change(researcher, id, ARequest.complete());
        assertThat(submit.submit(researcher, id).round()).isEqualTo(2);
        assertThat(read.read(officer, id).open()).containsExactly(ReviewRole.PRIVACY_OFFICER);
        judge(officer, id, ReviewRole.PRIVACY_OFFICER, Verdict.APPROVE);
        assertThat(judge(steward, id, ReviewRole.STEWARD, Verdict.APPROVE).state())
                .isEqualTo(StudyState.APPROVED);
    }

    @Test
    void refuses_a_change_while_under_review() {
        StudyId id = submitted();
        assertThatThrownBy(() -> change.change(researcher, id, ARequest.complete()))
                .isInstanceOf(StudyRefused.WrongState.class);
        assertThatThrownBy(() -> submit.submit(researcher, id)).isInstanceOf(StudyRefused.WrongState.class);
    }

    @Test
    void refuses_to_take_an_incomplete_request() {
        StudyId id = start.start(researcher, StudyRequest.empty()).id();
        assertThatThrownBy(() -> submit.submit(researcher, id))
                .isInstanceOfSatisfying(StudyRefused.Incomplete.class, refused -> assertThat(refused.faults())
                        .hasSize(8));
    }

    @Test
    void hides_a_request_from_other_researchers() {
        StudyId id = submitted();
        Actor stranger = ARequest.somebody(Role.RESEARCHER);
        assertThatThrownBy(() -> read.read(stranger, id)).isInstanceOf(StudyRefused.Unknown.class);
        assertThatThrownBy(() -> change.change(stranger, id, ARequest.complete()))
                .isInstanceOf(StudyRefused.Unknown.class);
        assertThatThrownBy(() -> submit.submit(stranger, id)).isInstanceOf(StudyRefused.Unknown.class);
        assertThatThrownBy(() -> close.close(stranger, id)).isInstanceOf(StudyRefused.Unknown.class);
        assertThat(read.list(stranger)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STEWARD", "PRIVACY_OFFICER", "OPERATOR"})
    void lets_only_researchers_start(Role role) {
        assertThatThrownBy(() -> start.start(ARequest.somebody(role), StudyRequest.empty()))
                .isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void gives_each_study_its_own_code() {
        assertThat(start.start(researcher, StudyRequest.empty()).code()).isEqualTo(StudyCode.of(2026, 1));
        assertThat(start.start(researcher, StudyRequest.empty()).code()).isEqualTo(StudyCode.of(2026, 2));
    }

    private StudyId submitted() {
        StudyId id = start.start(researcher, ARequest.complete()).id();
        submit.submit(researcher, id);
        return id;
    }

    private Study judge(Actor actor, StudyId id, ReviewRole side, Verdict verdict) {
        return review.review(actor, id, new Judgement(side, verdict, "omdat het zo is"));
    }
}
